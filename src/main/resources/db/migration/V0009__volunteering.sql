create schema volunteering;

create table volunteering.opportunity (
    id uuid primary key,
    unit_code text not null references units.unit,
    title_ar text not null,
    title_en text not null,
    text_ar text not null default '',
    text_en text not null default '',
    may_ar text not null default '',
    may_en text not null default '',
    may_not_ar text not null default '',
    may_not_en text not null default '',
    search text not null default '',
    pillar text not null check (pillar in ('stakeholders', 'prevention', 'responsibility')),
    place_code text not null references places.place,
    state text not null check (state in ('draft', 'published', 'cancelled')),
    source text not null default '',
    external_id text,
    created_by uuid,
    created_at timestamptz not null,
    published_at timestamptz,
    version int not null default 0
);
create unique index opportunity_external on volunteering.opportunity (unit_code, source, external_id) where external_id is not null;
create index opportunity_unit on volunteering.opportunity (unit_code, state, created_at desc);
create index opportunity_search on volunteering.opportunity using gin (search gin_trgm_ops);

create table volunteering.shift (
    id uuid primary key,
    opportunity_id uuid not null references volunteering.opportunity,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    zone text not null,
    place_code text not null references places.place,
    required_qualifications text[] not null default '{}',
    minimum_age int not null default 18,
    students_welcome boolean not null default false,
    walk_ins boolean not null default false,
    leader_id uuid references people.person,
    state text not null check (state in ('draft', 'published', 'cancelled')),
    external_id text,
    created_at timestamptz not null,
    version int not null default 0,
    check (starts_at < ends_at)
);
create index shift_opportunity on volunteering.shift (opportunity_id, starts_at);
create index shift_upcoming on volunteering.shift (ends_at, starts_at, id) where state = 'published';
create unique index shift_external on volunteering.shift (opportunity_id, external_id) where external_id is not null;

-- Seats are counted on the role: the row that is locked when a seat is taken.
create table volunteering.shift_role (
    id uuid primary key,
    shift_id uuid not null references volunteering.shift on delete cascade,
    name_ar text not null,
    name_en text not null,
    minimum int not null check (minimum >= 0),
    maximum int not null check (maximum >= 1),
    booked int not null default 0 check (booked >= 0),
    sort int not null default 0,
    check (minimum <= maximum),
    check (booked <= maximum)
);
create index shift_role_shift on volunteering.shift_role (shift_id, sort);

create table volunteering.sign_up (
    id uuid primary key,
    shift_id uuid not null references volunteering.shift,
    role_id uuid not null references volunteering.shift_role,
    person_id uuid not null references people.person,
    state text not null check (state in ('booked', 'waiting', 'left', 'lapsed', 'cancelled')),
    position bigint generated always as identity,
    reason text not null default '',
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version int not null default 0
);
create unique index sign_up_once on volunteering.sign_up (shift_id, person_id) where state in ('booked', 'waiting');
create index sign_up_waiting on volunteering.sign_up (role_id, position) where state = 'waiting';
create index sign_up_person on volunteering.sign_up (person_id, state);
create index sign_up_shift on volunteering.sign_up (shift_id, state);

create table volunteering.import_mapping (
    id uuid primary key,
    unit_code text not null references units.unit,
    name text not null,
    mapping jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null,
    unique (unit_code, name)
);

create table volunteering.import_run (
    id uuid primary key,
    unit_code text not null references units.unit,
    format text not null check (format in ('csv', 'ics')),
    file_name text not null,
    content bytea not null,
    content_hash bytea not null,
    mapping jsonb not null default '{}',
    state text not null check (state in ('uploaded', 'planned', 'applied', 'discarded')),
    created_by uuid not null,
    created_at timestamptz not null,
    applied_at timestamptz,
    version int not null default 0
);

create table volunteering.import_line (
    run_id uuid not null references volunteering.import_run on delete cascade,
    line int not null,
    outcome text not null check (outcome in ('create', 'update', 'unchanged', 'refuse')),
    external_id text,
    title text not null default '',
    reasons jsonb not null default '[]',
    shifts int not null default 0,
    primary key (run_id, line)
);
