-- How many people stand how with a message, the best of their devices speaking for each. Kept as what was added and taken
-- away, so that nobody who sends or confirms waits for another; added up in between (PushTally), and by whoever reads.
create table delivery.push_tally (
    message_id uuid not null,
    best int not null,
    people bigint not null
);
create index push_tally_message on delivery.push_tally (message_id);

create function delivery.push_rank(state text, confirmed_at timestamptz, opened_at timestamptz)
    returns int language sql immutable parallel safe as $$
select case when opened_at is not null then 5
            when confirmed_at is not null then 4
            when state = 'accepted' then 3
            when state in ('queued', 'sending') then 2
            when state = 'expired' then 1
            else 0 end
$$;

-- Who has several devices is counted by one transaction at a time: two that changed two devices of a person at once would
-- each take the other's for unchanged. One of 64 locks a message, taken in order, until its transaction ends.
create function delivery.push_lock(message_id uuid, person_id uuid) returns bigint language sql immutable parallel safe as $$
select hashtextextended('push ' || message_id || ' ' || (hashtext(person_id::text) & 63), 0)
$$;

create function delivery.tally_added() returns trigger language plpgsql as $$
declare
    shared bigint[];
    key bigint;
begin
    shared := array(
        select distinct delivery.push_lock(a.message_id, a.person_id)
          from (select message_id, person_id, count(*) as devices from added group by message_id, person_id) a
         where a.devices < (select count(*) from delivery.push p
                             where p.message_id = a.message_id and p.person_id = a.person_id)
         order by 1);
    foreach key in array shared loop
        perform pg_advisory_xact_lock(key);
    end loop;
    insert into delivery.push_tally (message_id, best, people)
    with person as (
        select a.message_id, a.person_id, array_agg(a.subscription_id) as devices,
               max(delivery.push_rank(a.state, a.confirmed_at, a.opened_at)) as best
          from added a group by a.message_id, a.person_id),
    moved as (
        select p.message_id, o.best as was, greatest(p.best, o.best) as best
          from person p
          left join lateral (
               select max(delivery.push_rank(d.state, d.confirmed_at, d.opened_at)) as best
                 from delivery.push d
                where cardinality(shared) > 0
                  and d.message_id = p.message_id and d.person_id = p.person_id
                  and d.subscription_id <> all(p.devices)) o on true)
    select c.message_id, c.best, sum(c.people)
      from (select m.message_id, m.best, 1 as people from moved m
             union all
            select m.message_id, m.was, -1 from moved m where m.was is not null) c
     group by c.message_id, c.best having sum(c.people) <> 0;
    return null;
end $$;

create function delivery.tally_moved() returns trigger language plpgsql as $$
declare
    shared bigint[];
    key bigint;
begin
    -- Taking pushes for sending moves nobody, and it is done most often. No join of the two: its plan, once made for a few
    -- rows, is kept for the session and would compare each of many with each.
    if not exists (select a.message_id, a.subscription_id, delivery.push_rank(a.state, a.confirmed_at, a.opened_at) from after a
                   except
                   select b.message_id, b.subscription_id, delivery.push_rank(b.state, b.confirmed_at, b.opened_at) from before b) then
        return null;
    end if;
    shared := array(
        select distinct delivery.push_lock(a.message_id, a.person_id)
          from after a
         where exists (select from delivery.push p
                        where p.message_id = a.message_id and p.person_id = a.person_id
                          and p.subscription_id <> a.subscription_id)
         order by 1);
    foreach key in array shared loop
        perform pg_advisory_xact_lock(key);
    end loop;
    insert into delivery.push_tally (message_id, best, people)
    with person as (
        select d.message_id, d.person_id, array_agg(d.subscription_id) filter (where d.best is not null) as devices,
               max(d.was) as was, max(d.best) as best
          from (select b.message_id, b.person_id, b.subscription_id, null::int as best,
                       delivery.push_rank(b.state, b.confirmed_at, b.opened_at) as was from before b
                 union all
                select a.message_id, a.person_id, a.subscription_id,
                       delivery.push_rank(a.state, a.confirmed_at, a.opened_at), null from after a) d
         group by d.message_id, d.person_id),
    moved as (
        select p.message_id, greatest(p.was, o.best) as was, greatest(p.best, o.best) as best
          from person p
          left join lateral (
               select max(delivery.push_rank(d.state, d.confirmed_at, d.opened_at)) as best
                 from delivery.push d
                where cardinality(shared) > 0
                  and d.message_id = p.message_id and d.person_id = p.person_id
                  and d.subscription_id <> all(p.devices)) o on true)
    select c.message_id, c.best, sum(c.people)
      from (select m.message_id, m.best, 1 as people from moved m where m.was <> m.best
             union all
            select m.message_id, m.was, -1 from moved m where m.was <> m.best) c
     group by c.message_id, c.best having sum(c.people) <> 0;
    return null;
end $$;

insert into delivery.push_tally (message_id, best, people)
select p.message_id, p.best, count(*)
  from (select d.message_id, d.person_id, max(delivery.push_rank(d.state, d.confirmed_at, d.opened_at)) as best
          from delivery.push d group by d.message_id, d.person_id) p
 group by p.message_id, p.best;

create trigger tally_added after insert on delivery.push
    referencing new table as added for each statement execute function delivery.tally_added();
create trigger tally_moved after update on delivery.push
    referencing old table as before new table as after for each statement execute function delivery.tally_moved();
