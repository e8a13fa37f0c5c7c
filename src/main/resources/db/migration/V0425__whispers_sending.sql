-- Whether whoever let it go may address all units: what is planned later reaches no further. What came of it, counted.
alter table whispers.whisper
    add column released_everywhere boolean not null default false,
    add column planned_count int not null default 0,
    add column suppressed_count int not null default 0,
    add column push_count int not null default 0;
create index whisper_unplanned on whispers.whisper (sent_at) where state = 'sent' and planned_at is null;
create index whisper_unpushed on whispers.whisper (sent_at) where state = 'sent' and pushed_at is null;

-- passed: what an urgent one went through for that person, of cap, opt_out and quiet_hours.
-- cleared_at: put away by "mark all read", which is not reading.
alter table whispers.recipient
    add column passed text not null default '',
    add column cleared_at timestamptz;

-- Both are written by a query that reads the whisper's own row, and no whisper is ever deleted: a foreign key would ask
-- again for each of 152,001 rows, and have every reader's step lock that one row.
alter table whispers.recipient drop constraint recipient_whisper_id_fkey;
alter table whispers.reached drop constraint reached_whisper_id_fkey;

-- An inbox is read from the whispers there are, a few at a time, by the key: an index by person would cost more than a
-- quarter of the time in which everybody is planned.
drop index whispers.recipient_inbox;
