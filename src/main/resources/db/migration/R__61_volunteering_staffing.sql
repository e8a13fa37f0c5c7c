-- Seats of each published shift: what it needs, may take and has.
create or replace view volunteering.staffing as
    select s.id as shift_id, s.opportunity_id, sum(r.minimum) as minimum, sum(r.maximum) as maximum, sum(r.booked) as booked
      from volunteering.shift s join volunteering.shift_role r on r.shift_id = s.id
     where s.state = 'published'
     group by s.id, s.opportunity_id;
