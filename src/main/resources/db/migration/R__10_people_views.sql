-- Published views of people: what other capabilities may join.
create or replace view people.directory as
    select p.id as person_id, coalesce(p.merged_into, p.id) as canonical_id, p.name_ar, p.name_en, p.search,
           p.nationality, p.born_on, p.gender, p.home_place, p.languages, p.language,
           p.erased_at is not null as erased, p.merged_into is not null as merged
      from people.person p;

create or replace view people.lineage as
    select p.id as person_id, coalesce(p.merged_into, p.id) as canonical_id from people.person p;

-- Latest day of each person's residence visa and whether one is needed.
create or replace view people.residence as
    select p.id as person_id, p.nationality = 'AE' as citizen,
           (select max(v.valid_to) from people.residence_visa v where v.person_id = p.id) as visa_valid_to
      from people.person p;

-- Who holds which role, and in which unit (null: in all): for notices to whoever does the work.
create or replace view people.role_holders as
    select distinct g.person_id, g.role, g.unit_code from people.role_grant g where g.revoked_at is null;

-- Records that were merged, and those that answer for them: the few of whom one person has several.
create or replace view people.merged_records as
    select p.id as person_id, p.merged_into as canonical_id from people.person p where p.merged_into is not null
    union
    select p.merged_into, p.merged_into from people.person p where p.merged_into is not null;
