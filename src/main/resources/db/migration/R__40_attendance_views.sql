-- The ledger as figures read it: one row an entry, with the person's canonical id, the unit and region a viewer is
-- filtered by, and the owner's page as the last step of a drill-down.
create or replace view attendance.published_hours as
    select l.id, l.person_id, n.canonical_id, l.duty_id, l.claim_id, l.minutes, l.starts_on, l.unit_code, l.pillar,
           l.place_code, l.region, l.nationality, l.age_group, l.gender, l.home_place, l.recorded_at, l.corrects
      from attendance.ledger_entry l
      join people.lineage n on n.person_id = l.person_id;

-- Facts that were not taken back.
create or replace view attendance.standing_fact as
    select f.id, f.duty_id, f.person_id, f.kind, f.happened_at, f.means, f.device, f.recorded_by, f.recorded_at
      from attendance.fact f
     where f.kind <> 'void' and not exists (select from attendance.fact v where v.voids = f.id);

-- Who is where on a duty: first standing check-in, last standing check-out.
create or replace view attendance.presence as
    select f.duty_id, f.person_id,
           min(f.happened_at) filter (where f.kind = 'in') as in_at,
           max(f.happened_at) filter (where f.kind = 'out') as out_at,
           bool_or(f.kind = 'absent') as absent,
           coalesce(max(f.happened_at) filter (where f.kind = 'in')
               > coalesce(max(f.happened_at) filter (where f.kind = 'out'), '-infinity'), false) as is_in
      from attendance.standing_fact f
     group by f.duty_id, f.person_id;

create or replace view attendance.duty_summary as
    select d.id, d.kind, d.title_ar, d.title_en, d.unit_code, d.pillar, d.place_code, d.region, d.starts_at, d.ends_at,
           d.zone, d.starts_on, d.walk_ins, d.cancelled_at is not null as cancelled
      from attendance.duty d;

-- Facts with the moment at which each was taken back: what was known of them at an instant.
create or replace view attendance.published_facts as
    select f.id, f.duty_id, f.person_id, f.kind, f.happened_at, f.recorded_at, v.recorded_at as voided_at
      from attendance.fact f
      left join attendance.fact v on v.voids = f.id and v.voids is not null
     where f.kind <> 'void';
