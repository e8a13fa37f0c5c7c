-- What other rooms may join: one row a shift, with what a viewer is filtered by and how it is staffed.
create or replace view volunteering.published_shifts as
    select s.id, s.opportunity_id, o.title_ar, o.title_en, o.unit_code, o.pillar, s.place_code, s.starts_at, s.ends_at,
           s.zone, s.state, s.leader_id, s.walk_ins, r.minimum, r.maximum, r.booked, o.search
      from volunteering.shift s
      join volunteering.opportunity o on o.id = s.opportunity_id
     cross join lateral (
        select coalesce(sum(r.minimum), 0)::int as minimum, coalesce(sum(r.maximum), 0)::int as maximum,
               coalesce(sum(r.booked), 0)::int as booked
          from volunteering.shift_role r where r.shift_id = s.id) r
     where s.state <> 'draft' and o.state <> 'draft';

-- Who holds a place where.
create or replace view volunteering.held_places as
    select u.id, u.shift_id, u.person_id, u.state, u.role_id, u.created_at, r.name_ar as role_ar, r.name_en as role_en
      from volunteering.sign_up u join volunteering.shift_role r on r.id = u.role_id
     where u.state in ('booked', 'waiting');
