-- Distinct persons over any whispers are one "or" and one count when each person is a bit.
create table whispers.person_number (
    person_id uuid primary key,
    number int not null generated always as identity (minvalue 0) unique
);

-- Facts of reach folded into sets: of each whisper the persons with one value of one dimension, 8192 of them in a row. Each
-- fact stands either here or in reached_unfolded, whatever instant the database is looked at. Of a person with several
-- records the row that counts (published_reach) stands here, under the number of the record that answers for them.
create table whispers.reached_bits (
    dimension text not null,
    starts_on date not null,
    unit_code text not null,
    whisper_id uuid not null,
    theme text not null,
    value text not null,
    chunk int not null,
    people bit(8192) not null,
    -- the last that was recorded of them: an older question is answered from the facts
    latest timestamptz not null,
    primary key (dimension, starts_on, unit_code, whisper_id, theme, value, chunk)
);
create table whispers.reached_unfolded (
    whisper_id uuid not null,
    person_id uuid not null,
    primary key (whisper_id, person_id)
);
-- The merged records as they were when the sets were made; as long as others are merged, figures are counted from the facts.
create table whispers.merged_folded (
    person_id uuid primary key,
    canonical_id uuid not null
);
create index merged_folded_canonical on whispers.merged_folded (canonical_id);

create function whispers.leave_unfolded() returns trigger language plpgsql as $$
begin
    insert into whispers.reached_unfolded (whisper_id, person_id) select f.whisper_id, f.person_id from fresh f;
    return null;
end $$;
create trigger unfolded after insert on whispers.reached referencing new table as fresh
    for each statement execute function whispers.leave_unfolded();
insert into whispers.reached_unfolded (whisper_id, person_id) select r.whisper_id, r.person_id from whispers.reached r;
