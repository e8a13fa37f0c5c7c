create schema attendance;

-- A duty is whatever one attends: a shift, later a session, a workshop, a call-out. Its owner writes it here.
create table attendance.duty (
    id uuid primary key,
    kind text not null check (kind in ('shift', 'session', 'workshop', 'callout')),
    title_ar text not null,
    title_en text not null,
    unit_code text not null references units.unit,
    pillar text not null check (pillar in ('stakeholders', 'prevention', 'responsibility')),
    place_code text not null references places.place,
    region text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    zone text not null,
    starts_on date not null,
    walk_ins boolean not null default false,
    cancelled_at timestamptz,
    check (starts_at < ends_at)
);
create index duty_day on attendance.duty (starts_on, unit_code);

-- Facts are what somebody saw: append-only, named by the client so that a repeat changes nothing.
create table attendance.fact (
    id uuid primary key,
    duty_id uuid not null references attendance.duty,
    person_id uuid not null references people.person,
    kind text not null check (kind in ('in', 'out', 'absent', 'void')),
    voids uuid references attendance.fact,
    happened_at timestamptz not null,
    means text not null check (means in ('tap', 'scan', 'number', 'walk_in', 'kiosk', 'desk')),
    device text not null default '',
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    check ((kind = 'void') = (voids is not null))
);
create index fact_duty on attendance.fact (duty_id, person_id, happened_at);
create index fact_person on attendance.fact (person_id, happened_at);
create index fact_device on attendance.fact (device, happened_at) where device <> '';
create unique index fact_void_once on attendance.fact (voids) where voids is not null;
create trigger append_only before update or delete on attendance.fact
    for each row execute function audit.refuse_change();

create table attendance.claim (
    id uuid primary key,
    duty_id uuid not null references attendance.duty,
    person_id uuid not null references people.person,
    in_fact uuid references attendance.fact,
    out_fact uuid references attendance.fact,
    minutes int not null check (minutes >= 0),
    credited_by_policy int,
    flags text[] not null default '{}',
    state text not null check (state in ('open', 'verified', 'refused')),
    opened_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    reason text not null default '',
    version int not null default 0,
    unique (duty_id, person_id)
);
create index claim_open on attendance.claim (state, opened_at, id);
create index claim_person on attendance.claim (person_id, state);

-- Verified minutes with their dimensions as they were that day. Corrections are counter-entries.
create table attendance.ledger_entry (
    id uuid primary key,
    claim_id uuid not null references attendance.claim,
    duty_id uuid not null references attendance.duty,
    person_id uuid not null references people.person,
    minutes int not null check (minutes <> 0),
    starts_on date not null,
    unit_code text not null,
    pillar text not null,
    place_code text not null,
    region text not null,
    nationality text not null,
    age_group text not null,
    gender text not null,
    home_place text not null default '',
    verified_by uuid not null,
    recorded_at timestamptz not null,
    corrects uuid references attendance.ledger_entry,
    reason text not null default '',
    check (corrects is not null or minutes > 0)
);
create index ledger_person on attendance.ledger_entry (person_id, starts_on desc, id);
create index ledger_day on attendance.ledger_entry (starts_on, unit_code, id) include (minutes, recorded_at);
create index ledger_duty on attendance.ledger_entry (duty_id);
create unique index ledger_first on attendance.ledger_entry (claim_id) where corrects is null;
create trigger append_only before update or delete on attendance.ledger_entry
    for each row execute function audit.refuse_change();
