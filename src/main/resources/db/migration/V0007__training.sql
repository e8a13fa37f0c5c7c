create schema training;
create table training.qualification (
    code text primary key check (code ~ '^[a-z0-9_]{1,60}$'),
    name_ar text not null,
    name_en text not null,
    validity_months int
);
create table training.award (
    id uuid primary key,
    person_id uuid not null references people.person,
    qualification text not null references training.qualification,
    valid_from date not null,
    valid_to date,
    issuer text not null default '',
    evidence text not null default '',
    recorded_by uuid references people.person,
    recorded_at timestamptz not null,
    revoked_by uuid references people.person,
    revoked_at timestamptz,
    revoked_reason text not null default ''
);
create index award_person on training.award (person_id, qualification);
insert into training.qualification (code, name_ar, name_en, validity_months) values
 ('onboarding', 'مسار التهيئة', 'Onboarding path', null),
 ('first_aid', 'الإسعافات الأولية', 'First aid', 24),
 ('event_security', 'أمن الفعاليات', 'Event security', 36),
 ('crowd_guidance', 'تنظيم الحشود', 'Crowd guidance', 24),
 ('report_writing', 'كتابة التقارير', 'Report writing', null);
