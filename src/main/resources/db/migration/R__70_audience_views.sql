-- Who may be addressed: active members, with what a choice is made by. Each room that sends copies what it needs.
create or replace view audience.members as
    select r.person_id, d.language, d.languages, coalesce(d.nationality, 'ZZ') as nationality, d.born_on,
           coalesce(d.gender, 'unknown') as gender, coalesce(p.region, 'unknown') as region,
           coalesce(d.home_place, 'unknown') as home_place, r.student, r.accepted_at
      from membership.roll r
      join people.directory d on d.person_id = r.person_id and not d.erased and not d.merged
      left join places.names p on p.code = d.home_place
     where r.status = 'active';
