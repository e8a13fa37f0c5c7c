-- Whispers for screens: what may be shown now or was, with the words of the revision that was approved.
create or replace view whispers.on_screens as
    select w.id as whisper_id, w.revision, w.unit_code, w.theme, w.urgent, w.sent_at, w.expires_at, w.recalled_at,
           t.language, t.title, t.body, t.picture_alt, r.picture_id, w.released_everywhere,
           case when w.urgent then coalesce(w.urgent_until, w.expires_at) end as urgent_until
      from whispers.whisper w
      join whispers.revision r on r.whisper_id = w.id and r.number = w.revision
      join whispers.wording t on t.whisper_id = w.id and t.revision = w.revision
     where w.on_screens and w.state in ('sent', 'recalled');

-- Titles, for lists and figures of other rooms.
create or replace view whispers.titles as
    select w.id as whisper_id, w.unit_code, w.theme, w.state, w.sent_at, w.urgent,
           (select t.title from whispers.wording t
             where t.whisper_id = w.id and t.revision = w.revision and t.language = 'ar') as title_ar,
           (select t.title from whispers.wording t
             where t.whisper_id = w.id and t.revision = w.revision and t.language = 'en') as title_en,
           w.revision
      from whispers.whisper w;

-- What became of a whisper for each person and channel, now: exactly one state each, so that the states add up to those
-- meant. Of several devices the best speaks for the person. Made to be read a page at a time; numbers stand in whispers.counts.
-- The reason is the one that counts know; shown_reason says also what holds a queued push this hour, which nobody counts.
create or replace view whispers.states as
    select r.whisper_id, r.person_id, c.channel, c.state, c.reason, r.language, r.region, r.nationality, r.due_at,
           r.planned_at, r.seen_at, r.read_at,
           case when c.state = 'queued' and r.due_at > now() then 'quiet_hours' else c.reason end as shown_reason
      from whispers.recipient r
      join whispers.whisper w on w.id = r.whisper_id
     cross join lateral (
        select count(*) as devices,
               bool_or(p.opened_at is not null) as opened,
               bool_or(p.confirmed_at is not null) as confirmed,
               bool_or(p.state = 'accepted') as accepted,
               bool_or(p.state in ('queued', 'sending')) as waiting,
               bool_or(p.state = 'expired') as expired
          from delivery.published_push p where p.message_id = r.whisper_id and p.person_id = r.person_id) d
     cross join lateral (
        values ('app',
                case when r.suppressed is not null then 'suppressed'
                     when r.read_at is not null then 'read'
                     when r.seen_at is not null then 'seen'
                     when w.recalled_at is not null or w.expires_at <= now() then 'expired'
                     else 'eligible' end,
                case when r.suppressed is not null then r.suppressed
                     when r.seen_at is null and r.read_at is null and w.recalled_at is not null then 'recalled'
                     else '' end),
               ('push',
                case when r.suppressed is not null then 'suppressed'
                     when d.opened then 'read'
                     when d.confirmed then 'confirmed'
                     when d.accepted then 'accepted'
                     when d.waiting and w.recalled_at is null and w.expires_at > now() then 'queued'
                     when d.waiting or d.expired then 'expired'
                     when d.devices > 0 then 'failed'
                     when r.due_at >= w.expires_at then 'expired'
                     when w.pushed_at is not null or r.person_id <= w.pushed_up_to then 'suppressed'
                     when w.recalled_at is not null or w.expires_at <= now() then 'expired'
                     else 'eligible' end,
                case when r.suppressed is not null then r.suppressed
                     when d.devices > 0 then ''
                     when r.due_at >= w.expires_at then 'quiet_hours'
                     when w.pushed_at is not null or r.person_id <= w.pushed_up_to then 'no_channel'
                     when w.recalled_at is not null then 'recalled'
                     else '' end)) as c (channel, state, reason);

-- The states above in numbers, without looking at anybody: from the counts that the sending and the devices' steps keep.
-- What a state is besides a count of people depends on the hour (whether it ended) and on how far pushes are queued.
create or replace view whispers.counts as
    select w.id as whisper_id, w.unit_code, c.channel, c.state, c.reason, sum(c.people)::bigint as people
      from whispers.whisper w
     cross join lateral (
        select coalesce(sum(t.people) filter (where t.standing = 'opt_out'), 0) as opt_out,
               coalesce(sum(t.people) filter (where t.standing = 'cap'), 0) as cap,
               coalesce(sum(t.people) filter (where t.standing = 'no_channel'), 0) as no_channel,
               coalesce(sum(t.people) filter (where t.standing = 'read'), 0) as read,
               coalesce(sum(t.people) filter (where t.standing = 'seen'), 0) as seen,
               coalesce(sum(t.people) filter (where t.standing = 'unseen'), 0) as unseen,
               coalesce(sum(t.people) filter (where t.standing in ('read', 'seen', 'unseen') and t.late), 0) as late,
               coalesce(sum(t.people) filter (where t.standing in ('read', 'seen', 'unseen') and not t.late), 0) as in_time
          from whispers.tally t where t.whisper_id = w.id) t
     cross join lateral (
        select coalesce(sum(p.people), 0) as everybody,
               coalesce(sum(p.people) filter (where p.best = 5), 0) as opened,
               coalesce(sum(p.people) filter (where p.best = 4), 0) as confirmed,
               coalesce(sum(p.people) filter (where p.best = 3), 0) as accepted,
               coalesce(sum(p.people) filter (where p.best = 2), 0) as waiting,
               coalesce(sum(p.people) filter (where p.best = 1), 0) as expired,
               coalesce(sum(p.people) filter (where p.best = 0), 0) as failed
          from delivery.published_push_tally p where p.message_id = w.id) p
     cross join lateral (
        select w.recalled_at is not null or w.expires_at <= now() as ended,
               case when w.recalled_at is not null then 'recalled' else '' end as why,
               case when w.pushed_at is not null then t.in_time else w.passed_count end - p.everybody as deviceless) e
     cross join lateral (
        values ('app', 'suppressed', 'opt_out', t.opt_out),
               ('app', 'suppressed', 'cap', t.cap),
               ('app', 'suppressed', 'no_channel', t.no_channel),
               ('app', 'read', '', t.read),
               ('app', 'seen', '', t.seen),
               ('app', case when e.ended then 'expired' else 'eligible' end, e.why, t.unseen),
               ('push', 'suppressed', 'opt_out', t.opt_out),
               ('push', 'suppressed', 'cap', t.cap),
               ('push', 'suppressed', 'no_channel', t.no_channel + e.deviceless),
               ('push', 'read', '', p.opened),
               ('push', 'confirmed', '', p.confirmed),
               ('push', 'accepted', '', p.accepted),
               ('push', case when e.ended then 'expired' else 'queued' end, '', p.waiting),
               ('push', 'expired', '', p.expired),
               ('push', 'failed', '', p.failed),
               ('push', 'expired', 'quiet_hours', t.late),
               ('push', case when e.ended then 'expired' else 'eligible' end, e.why,
                t.in_time - p.everybody - e.deviceless)) as c (channel, state, reason, people)
     where w.sent_at is not null
     group by w.id, w.unit_code, c.channel, c.state, c.reason
    having sum(c.people) <> 0;

-- Reach as figures read it: one row for each whisper and human being reached, with the record that answers for them. Where
-- two records that were reached turned out to be one person, the one recorded first counts: so groups add up, and an old
-- figure comes back as it stood. Only merged records, which are few, are looked at twice.
create or replace view whispers.published_reach as
    select r.whisper_id::text || '.' || r.person_id::text as id, r.whisper_id as held_id, r.whisper_id, r.person_id,
           coalesce(m.canonical_id, r.person_id) as canonical_id, r.channel, r.how, r.happened_at, r.starts_on, r.unit_code,
           r.theme, r.language, r.region, r.nationality, r.age_group, r.gender, r.home_place, r.recorded_at
      from whispers.reached r
      left join people.merged_records m on m.person_id = r.person_id
     where m.person_id is null
        or not exists (select from people.merged_records o
                         join whispers.reached k on k.whisper_id = r.whisper_id and k.person_id = o.person_id
                        where o.canonical_id = m.canonical_id
                          and (k.recorded_at, k.person_id) < (r.recorded_at, r.person_id));

-- What waits for a second person, and whose words it is: they are not the ones to approve it.
create or replace view whispers.review_waiting as
    select w.id as whisper_id, w.unit_code, max(v.decided_at) as since,
           array(select distinct r.written_by from whispers.revision r where r.whisper_id = w.id) as authors
      from whispers.whisper w
      join whispers.review v on v.whisper_id = w.id and v.revision = w.revision and v.kind = 'asked'
     where w.state = 'in_review'
     group by w.id;

-- Pictures of whispers for screens, as the players fetch them.
create or replace view whispers.screen_pictures as
    select p.id as picture_id, p.media_type, p.bytes
      from whispers.picture p
     where exists (select from whispers.revision r
                     join whispers.whisper w on w.id = r.whisper_id and w.revision = r.number
                    where r.picture_id = p.id and w.on_screens and w.state in ('sent', 'recalled'));

-- Whispers sent, each on the local day of its sending, known since then.
create or replace view whispers.published_sent as
    select w.id, w.id as whisper_id, w.sent_at, (w.sent_at at time zone 'Asia/Dubai')::date as starts_on, w.unit_code,
           w.theme, w.urgent, w.recalled_at, w.sent_at as recorded_at
      from whispers.whisper w where w.sent_at is not null;
