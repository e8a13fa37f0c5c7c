create or replace view eligibility.bound as
    select c.person_id, c.during, c.kind, c.subject_id from eligibility.commitment c;
