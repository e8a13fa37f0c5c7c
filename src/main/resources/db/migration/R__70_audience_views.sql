-- Who may be addressed, with what a choice is made by: active members, and suspended ones whose suspension ends by itself.
-- Whoever is suspended until a day is addressed from the next day on, so ask the room's door for a selection, which judges
-- it; each room that sends copies what it needs.
create or replace view audience.members as
    select r.person_id, d.language, d.languages, coalesce(d.nationality, 'ZZ') as nationality, d.born_on,
           coalesce(d.gender, 'unknown') as gender, coalesce(p.region, 'unknown') as region,
           coalesce(nullif(d.home_place, ''), 'unknown') as home_place, r.student, r.accepted_at,
           case when r.status = 'suspended' then r.suspended_until end as suspended_until
      from membership.roll r
      join people.directory d on d.person_id = r.person_id and not d.erased and not d.merged
      left join places.names p on p.code = d.home_place
     where r.status = 'active' or r.status = 'suspended' and r.suspended_until is not null;
