-- What a person is qualified for, and until when (null: without end). Revoked awards are not here; superseded ones are:
-- a renewal takes nothing of the days before it. It stands with the record that answers for the person now.
create or replace view training.standing as
    select l.canonical_id as person_id, a.qualification, a.valid_from, a.valid_to, a.id as award_id,
           (select min(s.valid_from) from training.award s
             where s.supersedes = a.id
               and not exists (select from training.revocation w where w.award_id = s.id)) as superseded_from
      from training.award a
      join people.lineage l on l.person_id = a.person_id
     where not exists (select from training.revocation v where v.award_id = a.id);

create or replace view training.qualification_names as
    select q.code, q.name_ar, q.name_en from training.qualification q;

-- Awards as certificates show them: what was earned, in which course, and which award took its place, from which day.
create or replace view training.published_award as
    select a.id, a.code, a.person_id, a.qualification, q.name_ar as title_ar, q.name_en as title_en,
           a.enrolment_id, e.offering_id, c.code as course_code, c.title_ar as course_ar, c.title_en as course_en,
           r.attended_minutes, o.unit_code, a.issuer, a.valid_from, a.valid_to, a.recorded_at, v.revoked_at,
           s.code as superseded_by, s.valid_from as superseded_from
      from training.award a
      join training.qualification q on q.code = a.qualification
      left join training.revocation v on v.award_id = a.id
      left join training.enrolment e on e.id = a.enrolment_id
      left join training.offering o on o.id = e.offering_id
      left join training.course c on c.code = o.course_code
      left join training.result r on r.enrolment_id = a.enrolment_id
           and not exists (select from training.result f where f.follows = r.id)
      left join lateral (
           select n.code, n.valid_from from training.award n
            where n.supersedes = a.id
              and not exists (select from training.revocation w where w.award_id = n.id)
            order by n.valid_from, n.id limit 1) s on true;

create or replace view training.course_names as
    select c.code, c.title_ar, c.title_en, c.level from training.course c;

-- Results as figures read them: one row for what an enrolment came to, with the person's canonical id, the unit and region
-- a viewer is filtered by, the local day on which the last session began, and since when a later result takes its place.
-- The title is left-joined so that it costs nothing where nobody asks for it.
create or replace view training.published_results as
    select r.id, r.offering_id as held_id, r.offering_id, r.enrolment_id, r.person_id, n.canonical_id, r.state, r.passed,
           r.attended_minutes, r.planned_minutes, r.score, r.ended_on as starts_on, r.course_code, r.level, r.unit_code,
           r.region, r.nationality, r.age_group, r.gender, coalesce(nullif(r.home_place, ''), 'unknown') as home_place,
           c.title_ar, c.title_en, r.follows, r.recorded_at, f.recorded_at as superseded_at
      from training.result r
      join people.lineage n on n.person_id = r.person_id
      left join training.result f on f.follows = r.id and f.follows is not null
      left join training.course c on c.code = r.course_code;

-- The workshops of the onboarding path: one row for each check-in of somebody whose path has its result, with that
-- result's dimensions and the workshop's own day.
create or replace view training.published_workshops as
    select i.id, s.id as held_id, r.offering_id, r.enrolment_id, r.person_id, n.canonical_id, r.state, r.passed,
           d.starts_on, r.course_code, r.level, r.unit_code, r.region, r.nationality, r.age_group, r.gender,
           coalesce(nullif(r.home_place, ''), 'unknown') as home_place,
           coalesce(p.title_ar, c.title_ar) as title_ar, coalesce(p.title_en, c.title_en) as title_en,
           greatest(r.recorded_at, i.recorded_at) as recorded_at, least(f.recorded_at, i.voided_at) as superseded_at
      from attendance.duty_summary d
      join training.session s on s.id = d.id and s.cancelled_at is null
      join attendance.published_facts i on i.duty_id = s.id and i.kind = 'in'
      join training.result r on r.offering_id = s.offering_id and r.person_id = i.person_id and r.level = 'onboarding'
      join people.lineage n on n.person_id = r.person_id
      left join training.result f on f.follows = r.id and f.follows is not null
      left join training.part p on p.id = s.part_id
      left join training.course c on c.code = r.course_code
     where d.kind = 'session';

-- Where each person is in a classroom: as a trainee (session) or as who teaches it (lesson). Asked for named persons, each
-- half begins with them.
create or replace view training.agenda as
    select e.person_id, 'session' as kind, e.state, s.id, s.offering_id, c.title_ar, c.title_en,
           coalesce(p.title_ar, s.title_ar) as part_ar, coalesce(p.title_en, s.title_en) as part_en,
           coalesce(r.name_ar, '') as room_ar, coalesce(r.name_en, '') as room_en,
           coalesce(r.place_code, o.place_code, '') as place_code, s.starts_at, s.ends_at, s.zone
      from training.enrolment e
      join training.offering o on o.id = e.offering_id and o.state in ('open', 'closed')
      join training.course c on c.code = o.course_code
      join training.session s on s.offering_id = o.id and s.cancelled_at is null
      left join training.part p on p.id = s.part_id
      left join training.room r on r.id = s.room_id
     where e.state in ('waiting', 'booked', 'attended', 'partial', 'absent')
    union all
    select i.person_id, 'lesson', 'booked', s.id, s.offering_id, c.title_ar, c.title_en, coalesce(p.title_ar, s.title_ar),
           coalesce(p.title_en, s.title_en), coalesce(r.name_ar, ''), coalesce(r.name_en, ''),
           coalesce(r.place_code, o.place_code, ''), s.starts_at, s.ends_at, s.zone
      from training.session_instructor i
      join training.session s on s.id = i.session_id and s.cancelled_at is null
      join training.offering o on o.id = s.offering_id and o.state in ('open', 'closed')
      join training.course c on c.code = o.course_code
      left join training.part p on p.id = s.part_id
      left join training.room r on r.id = s.room_id;
