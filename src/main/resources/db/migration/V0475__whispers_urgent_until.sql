-- Until when an urgent one takes over walls and the app: its end, or an hour when nobody gave one. Set when it is sent.
alter table whispers.whisper add column urgent_until timestamptz;
