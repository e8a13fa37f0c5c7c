-- Each duty with how many are expected, in and done: the board of a day.
create or replace view attendance.board as
    select d.id, d.kind, d.title_ar, d.title_en, d.unit_code, d.place_code, d.starts_at, d.ends_at, d.zone, d.starts_on,
           (select count(*) from attendance.expected e where e.duty_id = d.id) as expected,
           (select count(*) from attendance.presence p
             where p.duty_id = d.id and p.is_in) as present,
           (select count(*) from attendance.presence p where p.duty_id = d.id and p.in_at is not null) as came
      from attendance.duty d where d.cancelled_at is null;

-- A person's own duties, with the role.
create or replace view attendance.expected_duty as
    select e.person_id, e.role_ar, e.role_en, d.id as duty_id, d.kind, d.title_ar, d.title_en, d.unit_code, d.place_code,
           d.starts_at, d.ends_at, d.zone
      from attendance.expected e join attendance.duty d on d.id = e.duty_id
     where d.cancelled_at is null;

-- Claims somebody has to verify.
create or replace view attendance.claims_waiting as
    select c.id, d.unit_code, c.opened_at as since
      from attendance.claim c join attendance.duty d on d.id = c.duty_id
     where c.state = 'open';
