create schema screens;

create table screens.screen (
    id uuid primary key,
    name_ar text not null,
    name_en text not null,
    search text not null default '',
    unit_code text not null references units.unit,
    place_code text not null references places.place,
    spot text not null default '',
    landscape boolean not null default true,
    languages text[] not null default '{ar,en}',
    zone text not null default 'Asia/Dubai',
    -- of the languages in Arabic script
    digits text not null default 'latn' check (digits in ('latn', 'arab')),
    -- people who pass in an hour, as estimated by whoever set the screen up
    passers_by_hour int not null default 0 check (passers_by_hour between 0 and 1000000),
    key_hash bytea unique,
    paired_at timestamptz,
    paired_by uuid,
    -- its officers were told that it is quiet; it is forgotten when the player speaks again
    told_quiet_at timestamptz,
    retired_at timestamptz,
    created_at timestamptz not null,
    version int not null default 0
);
create index screen_unit on screens.screen (unit_code, name_ar, id);

-- A player that waits for an officer to type its code.
create table screens.pairing (
    id uuid primary key,
    code_hash bytea not null unique,
    poll_hash bytea not null unique,
    screen_id uuid references screens.screen,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    taken_at timestamptz
);
create index pairing_expired on screens.pairing (expires_at);

create table screens.screen_group (
    id uuid primary key,
    name_ar text not null,
    name_en text not null,
    unit_code text not null references units.unit,
    created_at timestamptz not null,
    retired_at timestamptz,
    version int not null default 0
);
create table screens.group_member (
    group_id uuid not null references screens.screen_group,
    screen_id uuid not null references screens.screen,
    primary key (group_id, screen_id)
);
create index group_member_screen on screens.group_member (screen_id);

-- What turns: items in their order.
create table screens.loop (
    id uuid primary key,
    name_ar text not null,
    name_en text not null,
    unit_code text not null references units.unit,
    created_at timestamptz not null,
    retired_at timestamptz,
    version int not null default 0
);
create table screens.loop_item (
    id uuid primary key,
    loop_id uuid not null references screens.loop,
    position int not null,
    kind text not null check (kind in ('whispers', 'whisper', 'figures', 'opportunities', 'page')),
    whisper_id uuid,
    address text not null default '',
    seconds int not null check (seconds between 3 and 600),
    unique (loop_id, position) deferrable initially deferred
);

-- When a loop plays, on a screen or a group; with neither, everywhere in its unit: the default. Of several, the higher
-- priority wins, then the one aimed at the screen over the one aimed at its group.
create table screens.schedule (
    id uuid primary key,
    loop_id uuid not null references screens.loop,
    screen_id uuid references screens.screen,
    group_id uuid references screens.screen_group,
    priority int not null default 0 check (priority between 0 and 9),
    from_day date,
    to_day date,
    weekdays int[] not null default '{1,2,3,4,5,6,7}',
    from_time time,
    to_time time,
    created_at timestamptz not null,
    retired_at timestamptz,
    version int not null default 0,
    check (screen_id is null or group_id is null),
    check ((from_time is null) = (to_time is null))
);
create index schedule_loop on screens.schedule (loop_id) where retired_at is null;

-- The last word of each player; the history of a day is what health is judged by.
create table screens.heartbeat (
    screen_id uuid primary key references screens.screen,
    seen_at timestamptz not null,
    player_version text not null default '',
    clock_offset_ms bigint not null default 0,
    waiting_plays int not null default 0,
    showing text not null default '',
    connected boolean not null default false,
    trouble text not null default ''
);

-- Proof of play: named by the player, so that a repeat changes nothing; append-only, with its dimensions.
create table screens.play (
    id uuid primary key,
    screen_id uuid not null references screens.screen,
    kind text not null,
    whisper_id uuid,
    revision int,
    item text not null default '',
    schedule_id uuid,
    language text not null,
    -- by the player's clock, and mended by its offset
    player_started_at timestamptz not null,
    player_ended_at timestamptz not null,
    clock_offset_ms bigint not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    complete boolean not null,
    urgent boolean not null default false,
    audience numeric(12, 3) not null default 0,
    starts_on date not null,
    unit_code text not null,
    place_code text not null,
    region text not null,
    recorded_at timestamptz not null,
    check (ended_at >= started_at)
);
create index play_whisper on screens.play (whisper_id, started_at) where whisper_id is not null;
create index play_screen on screens.play (screen_id, started_at desc);
create index play_day on screens.play (starts_on, unit_code);
create trigger append_only before update or delete on screens.play
    for each row execute function audit.refuse_change();
create trigger append_only_whole before truncate on screens.play
    for each statement execute function audit.refuse_change();
