-- Places in offerings, for the room that assesses: seen is whether anybody saw the person at a session.
create or replace view training.published_place as
    select e.id as enrolment_id, e.offering_id, e.person_id, e.state, e.score, e.practical_passed, e.position,
           o.course_code, o.unit_code, o.state as offering_state, o.closed_at,
           exists (select from training.session s
                     join attendance.presence p on p.duty_id = s.id and p.person_id = e.person_id
                    where s.offering_id = e.offering_id and s.cancelled_at is null and p.in_at is not null) as seen
      from training.enrolment e
      join training.offering o on o.id = e.offering_id;

-- Offerings by the day of their last session, for results that are read later.
create or replace view training.published_offering as
    select o.id as offering_id, o.course_code, o.unit_code, o.state,
           (select max(s.ends_at) from training.session s
             where s.offering_id = o.id and s.cancelled_at is null) as ends_at
      from training.offering o;

create or replace view training.published_course as
    select c.code, c.title_ar, c.title_en, c.unit_code, c.state, c.assessed_by, c.quiz_questions, c.pass_mark
      from training.course c;
