create schema audience;

-- A named choice of members. What is stored is the question; who answers it is counted when asked.
create table audience.segment (
    id uuid primary key,
    name_ar text not null,
    name_en text not null,
    search text not null default '',
    unit_code text references units.unit,
    filter jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    retired_at timestamptz,
    version int not null default 0
);
create index segment_recent on audience.segment (changed_at desc, id desc) where retired_at is null;
