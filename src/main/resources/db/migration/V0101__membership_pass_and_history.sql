-- What happened to whom, in order: the timeline of an application and of a member. Deeds that nobody may change later.
create table membership.history (
    id uuid primary key,
    person_id uuid not null references people.person,
    application_id uuid references membership.application,
    kind text not null,
    happened_at timestamptz not null,
    done_by uuid references people.person,
    detail text not null default ''
);
create index history_person on membership.history (person_id, happened_at, id);
create index history_application on membership.history (application_id, happened_at, id);
comment on column membership.history.detail is 'A reason or a day as the desk wrote it; emptied when the person is erased.';

-- The short name of a device inside a pass code: random, so that codes tell nothing about when a device was registered.
alter table membership.pass_device add column code text unique;

-- Dimensions of the acceptance, fixed when it happened: counts by them stay right after the person moved or was erased.
alter table membership.member
    add column accepted_nationality text,
    add column accepted_age_group text,
    add column accepted_region text,
    add column left_reason text not null default '';

create index person_merge_into on membership.person_merge (into_person);
create index member_status on membership.member (status, number);
