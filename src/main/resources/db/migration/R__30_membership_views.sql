-- The last day a person is cleared to; a later refusal ends every clearance before it.
create or replace view membership.clearance as
    select v.person_id, max(v.valid_to) as valid_to
      from membership.vetting_check v
     where v.state = 'cleared'
       and not exists (select from membership.vetting_check r
                        where r.person_id = v.person_id and r.state = 'refused' and r.decided_at > coalesce(v.decided_at, v.opened_at))
     group by v.person_id;

-- Who is a member and what stands behind it, one row a person.
create or replace view membership.roll as
    select m.person_id, m.number, m.public_id, m.status, m.student, m.accepted_at, m.left_at, m.suspended_until,
           (select c.valid_to from membership.clearance c where c.person_id = m.person_id) as vetted_until,
           (select max(g.valid_to) from membership.guardian_consent g
             where g.person_id = m.person_id and g.withdrawn_at is null) as consent_until
      from membership.member m;
