-- What a person is qualified for, and until when (null: without end). Revoked awards are not here.
create or replace view training.standing as
    select a.person_id, a.qualification, a.valid_from, a.valid_to
      from training.award a where a.revoked_at is null;

create or replace view training.qualification_names as
    select q.code, q.name_ar, q.name_en from training.qualification q;

-- Awards as certificates show them: what was earned, in which course, and which award took its place.
create or replace view training.published_award as
    select a.id, a.code, a.person_id, a.qualification, q.name_ar as title_ar, q.name_en as title_en,
           a.enrolment_id, e.offering_id, c.code as course_code, c.title_ar as course_ar, c.title_en as course_en,
           r.attended_minutes, o.unit_code, a.issuer, a.valid_from, a.valid_to, a.recorded_at, a.revoked_at,
           s.code as superseded_by
      from training.award a
      join training.qualification q on q.code = a.qualification
      left join training.enrolment e on e.id = a.enrolment_id
      left join training.offering o on o.id = e.offering_id
      left join training.course c on c.code = o.course_code
      left join training.result r on r.enrolment_id = a.enrolment_id
           and not exists (select from training.result f where f.follows = r.id)
      left join training.award s on s.supersedes = a.id;
