-- What a person is bound to, in time. Clashes are refused everywhere by this one constraint.
create schema eligibility;
create table eligibility.commitment (
    id uuid primary key,
    person_id uuid not null references people.person,
    during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
    kind text not null check (kind in ('shift', 'session', 'workshop', 'callout')),
    subject_id uuid not null,
    constraint commitment_clash exclude using gist (person_id with =, during with &&),
    unique (person_id, kind, subject_id)
);
create index commitment_subject on eligibility.commitment (kind, subject_id);
