-- Units by name: for those who may not ask the units' own door.
create or replace view units.names as
    select u.code, u.name_ar, u.name_en, u.retired_at is not null as retired from units.unit u;
