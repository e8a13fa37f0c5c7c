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
