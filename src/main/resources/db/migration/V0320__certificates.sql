create schema certificates;

-- What a holder lets be seen of one certificate. No row: nothing was decided, and initials are shown.
create table certificates.choice (
    award_id uuid primary key references training.award,
    shows text not null check (shows in ('name', 'initials', 'nothing')),
    changed_at timestamptz not null
);

-- A code that its holder took in the place of an older one, which answers no more. The first code is the award's own.
create table certificates.code (
    code text primary key check (code ~ '^[0-9a-f]{32}$'),
    award_id uuid not null references training.award,
    replaced text not null unique,
    made_at timestamptz not null
);
create index code_award on certificates.code (award_id);

-- Status lists of credentials. The row is locked while a place in its list is taken.
create table certificates.status_list (
    number int primary key check (number > 0),
    taken int not null default 0 check (taken >= 0)
);

-- The credential of an award, from when somebody first asked for it: its place in a status list, drawn by lot, and who
-- its subject is called in it, which nothing else tells.
create table certificates.credential (
    award_id uuid primary key references training.award,
    list int not null references certificates.status_list,
    slot int not null check (slot between 0 and 131071),
    subject uuid not null unique,
    made_at timestamptz not null,
    unique (list, slot)
);

-- A certificate is looked up by its award's enrolment; a status list by what was revoked.
create index if not exists result_enrolment on training.result (enrolment_id);
create index if not exists award_revoked on training.award (id) where revoked_at is not null;
