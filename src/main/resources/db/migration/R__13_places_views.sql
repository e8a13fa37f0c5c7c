-- Places by name and region: for those who join and do not ask the places' own door.
create or replace view places.names as
    select p.code, p.name_ar, p.name_en, p.region, p.retired_at is not null as retired from places.place p;
