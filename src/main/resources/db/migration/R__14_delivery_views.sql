-- Whoever can be pushed to at all.
create or replace view delivery.subscribers as
    select distinct s.person_id from delivery.subscription s where s.state = 'active';

-- When and of what a person does not want to be told.
create or replace view delivery.preferences as
    select p.person_id, p.quiet_from, p.quiet_to, p.zone, p.muted from delivery.preference p;

-- What became of each push, with its person.
create or replace view delivery.published_push as
    select p.message_id, p.subscription_id, p.person_id, p.language, p.state, p.reason, p.status, p.tries, p.due_at,
           p.accepted_at, p.confirmed_at, p.opened_at, p.settled_at
      from delivery.push p;

-- How many people stand how with a message, to be added up: 5 opened, 4 confirmed, 3 accepted, 2 waiting, 1 expired, 0 failed.
create or replace view delivery.published_push_tally as
    select t.message_id, t.best, t.people from delivery.push_tally t;

-- The next moment at which somebody may be disturbed: QuietHours.next in SQL, held together by a test. Cheap for each of
-- many people; with constants it is worked out once. Quiet hours that a person did not choose are the caller's to fill in.
create or replace function delivery.undisturbed(at timestamptz, quiet_from time, quiet_to time, zone text)
    returns timestamptz language plpgsql immutable parallel safe as $$
declare
    due timestamptz := at;
    here timestamp;
    clock time;
begin
    if quiet_from = quiet_to then
        return due;
    end if;
    for i in 1..3 loop
        here := due at time zone zone;
        clock := here::time;
        if (quiet_from < quiet_to and (clock < quiet_from or clock >= quiet_to))
           or (quiet_from > quiet_to and clock < quiet_from and clock >= quiet_to) then
            return due;
        end if;
        due := (here::date + case when clock < quiet_to then 0 else 1 end + quiet_to) at time zone zone;
    end loop;
    return due;
end $$;
