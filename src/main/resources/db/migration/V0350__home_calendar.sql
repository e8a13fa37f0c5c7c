create schema home;

-- One private calendar address a person: whoever has it reads, so only its hash is kept.
create table home.calendar_feed (
    person_id uuid primary key references people.person,
    token_hash bytea not null unique,
    made_at timestamptz not null
);

-- What a person's calendars were last told of each duty and session. A phone replaces what it has only by a higher
-- sequence, and forgets only what it is told is called off, so both are remembered here.
create table home.calendar_entry (
    person_id uuid not null references people.person,
    id uuid not null,
    status text not null check (status in ('confirmed', 'tentative', 'cancelled')),
    title text not null,
    place text not null,
    text text not null,
    path text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    zone text not null,
    sequence int not null check (sequence >= 0),
    changed_at timestamptz not null,
    primary key (person_id, id)
);
