-- Who is a member and what stands behind it, one row a person.
create or replace view membership.roll as
    select m.person_id, m.number, m.public_id, m.status, m.student, m.accepted_at, m.left_at, m.suspended_until,
           (select max(v.valid_to) from membership.vetting_check v
             where v.person_id = m.person_id and v.state = 'cleared') as vetted_until,
           (select max(g.valid_to) from membership.guardian_consent g
             where g.person_id = m.person_id and g.withdrawn_at is null) as consent_until
      from membership.member m;
