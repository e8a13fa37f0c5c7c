create schema membership;

create table membership.application (
    id uuid primary key,
    person_id uuid not null references people.person,
    state text not null check (state in ('received', 'in_review', 'accepted', 'refused', 'withdrawn')),
    motivation text not null default '',
    language text not null default 'ar',
    submitted_at timestamptz not null,
    identity_checked_by uuid references people.person,
    identity_checked_at timestamptz,
    decided_by uuid references people.person,
    decided_at timestamptz,
    reason text not null default '',
    version int not null default 0
);
create unique index application_one_open on membership.application (person_id) where state in ('received', 'in_review');
create index application_queue on membership.application (state, submitted_at, id);
create index application_person on membership.application (person_id);

create table membership.vetting_check (
    id uuid primary key,
    person_id uuid not null references people.person,
    application_id uuid references membership.application,
    state text not null check (state in ('not_started', 'in_progress', 'cleared', 'refused', 'withdrawn')),
    valid_from date,
    valid_to date,
    issuer text not null default '',
    evidence text not null default '',
    decided_by uuid references people.person,
    decided_at timestamptz,
    opened_at timestamptz not null,
    version int not null default 0
);
create index vetting_check_person on membership.vetting_check (person_id, opened_at desc);
create index vetting_check_application on membership.vetting_check (application_id);
create index vetting_check_queue on membership.vetting_check (state, opened_at, id);

-- Walled off: read by vetting officers only, and each look is recorded.
create table membership.vetting_grounds (
    id uuid primary key,
    check_id uuid not null references membership.vetting_check,
    text_cipher bytea not null,
    key_id text not null,
    written_by uuid not null references people.person,
    written_at timestamptz not null
);
create index vetting_grounds_check on membership.vetting_grounds (check_id);

create table membership.number_counter (
    one boolean primary key default true check (one),
    last bigint not null
);
insert into membership.number_counter (last) values (0);

create table membership.member (
    person_id uuid primary key references people.person,
    number bigint not null unique,
    public_id text not null unique,
    status text not null check (status in ('active', 'suspended', 'left')),
    student boolean not null default false,
    accepted_at timestamptz not null,
    left_at timestamptz,
    suspended_until date,
    version int not null default 0
);
create index member_accepted on membership.member (accepted_at);

create table membership.guardian_consent (
    id uuid primary key,
    person_id uuid not null references people.person,
    guardian_name text not null,
    guardian_phone text not null,
    relation text not null,
    valid_from date not null,
    valid_to date not null,
    evidence text not null default '',
    recorded_by uuid not null references people.person,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz
);
create index guardian_consent_person on membership.guardian_consent (person_id);

create table membership.pass_device (
    id uuid primary key,
    person_id uuid not null references people.person,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index pass_device_person on membership.pass_device (person_id) where revoked_at is null;

create table membership.person_merge (
    id uuid primary key,
    from_person uuid not null references people.person,
    into_person uuid not null references people.person,
    reason text not null,
    merged_by uuid not null,
    merged_at timestamptz not null
);
