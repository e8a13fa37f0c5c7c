-- Reach of a period and of one whisper read from the index alone.
drop index whispers.reached_day;
create index reached_day on whispers.reached (starts_on, unit_code) include (recorded_at, whisper_id, person_id);
create index reached_told on whispers.reached (whisper_id, happened_at) include (starts_on, unit_code, recorded_at);
