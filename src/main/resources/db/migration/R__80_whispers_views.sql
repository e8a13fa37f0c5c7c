-- Whispers for screens: what may be shown now or was, with the words of the revision that was approved.
create or replace view whispers.on_screens as
    select w.id as whisper_id, w.revision, w.unit_code, w.theme, w.urgent, w.sent_at, w.expires_at, w.recalled_at,
           t.language, t.title, t.body, t.picture_alt, r.picture_id
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
             where t.whisper_id = w.id and t.revision = w.revision and t.language = 'en') as title_en
      from whispers.whisper w;

-- Reach as figures read it: one row for each whisper and person reached, with the person's canonical id.
create or replace view whispers.published_reach as
    select r.whisper_id::text || '.' || r.person_id::text as id, r.whisper_id as held_id, r.whisper_id, r.person_id,
           n.canonical_id, r.channel, r.how, r.happened_at, r.starts_on, r.unit_code, r.theme, r.language, r.region,
           r.nationality, r.age_group, r.gender, r.home_place, r.recorded_at
      from whispers.reached r
      join people.lineage n on n.person_id = r.person_id;

-- What waits for a second person, and whose words it is: they are not the ones to approve it.
create or replace view whispers.review_waiting as
    select w.id as whisper_id, w.unit_code, max(v.decided_at) as since,
           array(select distinct r.written_by from whispers.revision r where r.whisper_id = w.id) as authors
      from whispers.whisper w
      join whispers.review v on v.whisper_id = w.id and v.revision = w.revision and v.kind = 'asked'
     where w.state = 'in_review'
     group by w.id;
