-- How many of those a whisper meant stand how in the app, kept as what was added and taken away (see delivery.push_tally).
-- late: whose devices could be told only after its end.
create table whispers.tally (
    whisper_id uuid not null,
    standing text not null,
    late boolean not null,
    people bigint not null
);
create index tally_whisper on whispers.tally (whisper_id);

-- How many of the people up to pushed_up_to could be told in time, with a device or without.
alter table whispers.whisper add column passed_count int not null default 0;

create function whispers.standing(suppressed text, seen_at timestamptz, read_at timestamptz)
    returns text language sql immutable parallel safe as $$
select case when suppressed is not null then suppressed
            when read_at is not null then 'read'
            when seen_at is not null then 'seen'
            else 'unseen' end
$$;

create function whispers.tally_added() returns trigger language plpgsql as $$
begin
    insert into whispers.tally (whisper_id, standing, late, people)
    select a.whisper_id, whispers.standing(a.suppressed, a.seen_at, a.read_at),
           coalesce(a.due_at >= w.expires_at, false), count(*)
      from added a left join whispers.whisper w on w.id = a.whisper_id
     group by 1, 2, 3;
    return null;
end $$;

create function whispers.tally_moved() returns trigger language plpgsql as $$
begin
    insert into whispers.tally (whisper_id, standing, late, people)
    with moved as (
        select a.whisper_id, whispers.standing(b.suppressed, b.seen_at, b.read_at) as was,
               whispers.standing(a.suppressed, a.seen_at, a.read_at) as standing,
               coalesce(a.due_at >= w.expires_at, false) as late
          from before b
          join after a using (whisper_id, person_id)
          left join whispers.whisper w on w.id = a.whisper_id)
    select c.whisper_id, c.standing, c.late, sum(c.people)
      from (select m.whisper_id, m.standing, m.late, 1 as people from moved m where m.was <> m.standing
             union all
            select m.whisper_id, m.was, m.late, -1 from moved m where m.was <> m.standing) c
     group by c.whisper_id, c.standing, c.late having sum(c.people) <> 0;
    return null;
end $$;

insert into whispers.tally (whisper_id, standing, late, people)
select r.whisper_id, whispers.standing(r.suppressed, r.seen_at, r.read_at), coalesce(r.due_at >= w.expires_at, false),
       count(*)
  from whispers.recipient r left join whispers.whisper w on w.id = r.whisper_id
 group by 1, 2, 3;

update whispers.whisper w
   set passed_count = (select count(*) from whispers.recipient r
                        where r.whisper_id = w.id and r.person_id <= w.pushed_up_to and r.suppressed is null
                          and r.due_at < w.expires_at)
 where w.pushed_up_to is not null and w.pushed_at is null;

create trigger tally_added after insert on whispers.recipient
    referencing new table as added for each statement execute function whispers.tally_added();
create trigger tally_moved after update on whispers.recipient
    referencing old table as before new table as after for each statement execute function whispers.tally_moved();
