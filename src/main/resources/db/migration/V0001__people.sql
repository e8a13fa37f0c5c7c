-- One lifelong person; accounts, sessions and roles stand apart. Erasing leaves a tombstone.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create schema people;

create table people.demo_mark (
    marked_at timestamptz not null,
    seed bigint not null
);
comment on table people.demo_mark is 'A row here says that everything in this database is invented; production refuses it.';

create table people.person (
    id uuid primary key,
    name_ar text not null default '',
    name_en text not null default '',
    search text not null default '',
    nationality text check (nationality ~ '^[A-Z]{2}$'),
    born_on date,
    gender text check (gender in ('female', 'male')),
    languages text[] not null default '{}',
    skills text[] not null default '{}',
    home_place text,
    email text,
    phone text,
    contact_by text[] not null default '{app}',
    language text not null default 'ar',
    digits text not null default 'latn' check (digits in ('latn', 'arab')),
    created_at timestamptz not null,
    erased_at timestamptz,
    merged_into uuid references people.person,
    version int not null default 0
);
create index person_search on people.person using gin (search gin_trgm_ops);
create index person_merged on people.person (merged_into) where merged_into is not null;
comment on column people.person.search is 'Folded by SearchText: no tashkeel, one hamza, plus a consonant key of the Latin name.';

create table people.identity_document (
    id uuid primary key,
    person_id uuid not null references people.person,
    kind text not null check (kind in ('emirates_id', 'passport')),
    number_cipher bytea not null,
    key_id text not null,
    number_hash bytea not null,
    valid_until date,
    verified_by uuid references people.person,
    verified_at timestamptz,
    recorded_at timestamptz not null,
    unique (kind, number_hash)
);
create index identity_document_person on people.identity_document (person_id);

create table people.residence_visa (
    id uuid primary key,
    person_id uuid not null references people.person,
    valid_from date not null,
    valid_to date not null,
    issuer text not null default '',
    evidence text not null default '',
    verified_by uuid references people.person,
    verified_at timestamptz,
    recorded_at timestamptz not null,
    check (valid_from <= valid_to)
);
create index residence_visa_person on people.residence_visa (person_id, valid_to);

create table people.account (
    id uuid primary key,
    person_id uuid not null unique references people.person,
    username text not null unique check (username = lower(username)),
    password_hash text not null,
    second_factor_cipher bytea,
    second_factor_key_id text,
    second_factor_confirmed_at timestamptz,
    second_factor_last_step bigint,
    disabled_at timestamptz,
    created_at timestamptz not null,
    version int not null default 0
);

create table people.role_grant (
    id uuid primary key,
    person_id uuid not null references people.person,
    role text not null,
    unit_code text,
    granted_by uuid,
    granted_at timestamptz not null,
    revoked_by uuid,
    revoked_at timestamptz
);
create unique index role_grant_once on people.role_grant (person_id, role, coalesce(unit_code, '')) where revoked_at is null;

create table people.session (
    token_hash bytea primary key,
    account_id uuid not null references people.account on delete cascade,
    kind text not null check (kind in ('browser', 'api')),
    second_factor_due boolean not null default false,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_account on people.session (account_id);
create index session_expiry on people.session (expires_at);

create table people.sign_in_failure (
    key_hash bytea primary key,
    failures int not null,
    last_at timestamptz not null,
    locked_until timestamptz
);

create table people.reset_link (
    token_hash bytea primary key,
    account_id uuid not null references people.account on delete cascade,
    issued_by uuid not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
