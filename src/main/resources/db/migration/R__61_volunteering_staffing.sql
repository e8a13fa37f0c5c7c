-- Seats of each published shift: what it needs, may take and has.
create or replace view volunteering.staffing as
    select s.id as shift_id, s.opportunity_id, sum(r.minimum) as minimum, sum(r.maximum) as maximum, sum(r.booked) as booked
      from volunteering.shift s join volunteering.shift_role r on r.shift_id = s.id
     where s.state = 'published'
     group by s.id, s.opportunity_id;

-- Published shifts with a role that has fewer people than it needs.
create or replace view volunteering.short_shifts as
    select s.id as shift_id, s.opportunity_id, o.unit_code, s.starts_at
      from volunteering.shift s join volunteering.opportunity o on o.id = s.opportunity_id
     where s.state = 'published' and o.state = 'published'
       and exists (select from volunteering.shift_role r where r.shift_id = s.id and r.booked < r.minimum);
