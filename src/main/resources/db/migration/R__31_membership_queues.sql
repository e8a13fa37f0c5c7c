-- What waits at the membership and vetting desks.
create or replace view membership.waiting as
    select 'application' as queue, a.id, a.submitted_at as since
      from membership.application a where a.state in ('received', 'in_review')
    union all
    select 'vetting', v.id, v.opened_at
      from membership.vetting_check v where v.state in ('not_started', 'in_progress');
