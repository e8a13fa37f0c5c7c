create schema places;
create table places.place (
    code text primary key check (code ~ '^[a-z0-9-]{1,60}$'),
    name_ar text not null,
    name_en text not null,
    alt_names text not null default '',
    search text not null default '',
    region text not null check (region in ('abu_dhabi', 'al_ain', 'al_dhafra')),
    lat double precision not null,
    lng double precision not null,
    population int,
    source text not null default '',
    retired_at timestamptz,
    version int not null default 0
);

create schema units;
create table units.unit (
    code text primary key check (code ~ '^[a-z0-9-]{1,60}$'),
    kind text not null check (kind in ('police', 'partner')),
    name_ar text not null,
    name_en text not null,
    region text not null check (region in ('abu_dhabi', 'al_ain', 'al_dhafra')),
    retired_at timestamptz,
    version int not null default 0
);

create schema policies;
create table policies.policy (
    name text not null,
    version int not null,
    value jsonb not null,
    reason text not null,
    set_by uuid,
    in_force_from timestamptz not null,
    primary key (name, version)
);
