create schema incidents;

-- What is reported. Codes are the service codes of Open311; one that is closed stays for the reports that name it.
create table incidents.category (
    code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    subject text not null check (subject in ('traffic', 'social', 'security')),
    pillar text not null check (pillar in ('stakeholders', 'prevention', 'responsibility')),
    name_ar text not null,
    name_en text not null,
    -- 1 at once, 2 soon, 3 when its turn comes
    urgency smallint not null check (urgency between 1 and 3),
    -- minutes within which the desk first answers
    answer_within int not null check (answer_within > 0),
    position int not null,
    closed_at timestamptz,
    version int not null default 0
);
insert into incidents.category (code, subject, pillar, name_ar, name_en, urgency, answer_within, position) values
    ('obstacle', 'traffic', 'prevention', 'عائق في الطريق', 'Obstacle on the road', 1, 15, 10),
    ('signal', 'traffic', 'prevention', 'إشارة أو لوحة مرورية معطّلة', 'Broken signal or sign', 2, 60, 20),
    ('dangerous-parking', 'traffic', 'prevention', 'وقوف خطر أو معيق', 'Dangerous or blocking parking', 2, 60, 30),
    ('dangerous-driving', 'traffic', 'prevention', 'قيادة متهورة', 'Dangerous driving', 1, 15, 40),
    ('person-in-need', 'social', 'responsibility', 'شخص يحتاج إلى مساعدة', 'Person in need of help', 1, 15, 50),
    ('neighbourhood-nuisance', 'social', 'responsibility', 'إزعاج في الحي', 'Nuisance in the neighbourhood', 3, 240, 60),
    ('lost-property', 'social', 'responsibility', 'مفقودات أو أمتعة متروكة', 'Lost or abandoned property', 3, 240, 70),
    ('begging', 'social', 'responsibility', 'تسوّل', 'Begging', 3, 240, 80),
    ('suspicious-activity', 'security', 'prevention', 'نشاط مريب', 'Suspicious activity', 1, 15, 90),
    ('vandalism', 'security', 'prevention', 'تخريب ممتلكات', 'Vandalism', 2, 60, 100),
    ('public-safety', 'security', 'prevention', 'خطر على السلامة العامة', 'Danger to public safety', 1, 15, 110);

create table incidents.report (
    id uuid primary key,
    -- what its reporter is given: 100 random bits
    receipt text not null unique,
    category_code text not null references incidents.category,
    -- fixed when received, so that an old figure comes back
    subject text not null,
    pillar text not null,
    place_code text not null references places.place,
    region text not null,
    lat double precision check (lat between -90 and 90),
    lng double precision check (lng between -180 and 180),
    spot text not null default '',
    happened_at timestamptz not null,
    body text not null,
    search text not null default '',
    state text not null default 'received' check (state in ('received', 'triage', 'assigned', 'in_progress', 'resolved',
        'no_action', 'duplicate', 'referred', 'withdrawn')),
    urgency smallint not null check (urgency between 1 and 3),
    unit_code text references units.unit,
    duplicate_of uuid references incidents.report,
    reporter_id uuid not null,
    -- its reporter is shown to the duty desk only, and each look is recorded
    protected boolean not null default false,
    received_at timestamptz not null,
    answer_due_at timestamptz not null,
    first_answer_at timestamptz,
    closed_at timestamptz,
    -- the reporter wrote and nobody at the desk has answered
    follow_up_at timestamptz,
    version int not null default 0,
    check ((lat is null) = (lng is null)),
    check ((state = 'duplicate') = (duplicate_of is not null))
);
create index report_open on incidents.report (urgency, received_at, id)
    where state in ('received', 'triage', 'assigned', 'in_progress') or follow_up_at is not null;
create index report_received on incidents.report (received_at desc, id desc);
create index report_unit on incidents.report (unit_code, received_at desc);
create index report_reporter on incidents.report (reporter_id, received_at desc);

-- What was done, said and asked, in its order; never changed. What is told goes to the reporter too.
create table incidents.entry (
    id uuid primary key,
    report_id uuid not null references incidents.report,
    kind text not null check (kind in ('received', 'moved', 'assessed', 'assigned', 'asked', 'answered', 'noted', 'added')),
    state text,
    unit_code text,
    told boolean not null,
    body text not null default '',
    by_person uuid not null,
    at timestamptz not null
);
create index entry_report on incidents.entry (report_id, at, id);

-- THRIVE, six looks at one report, 0 none to 3 high; the newest counts, the older ones stay.
create table incidents.assessment (
    id uuid primary key,
    report_id uuid not null references incidents.report,
    threat smallint not null check (threat between 0 and 3),
    harm smallint not null check (harm between 0 and 3),
    risk smallint not null check (risk between 0 and 3),
    investigation smallint not null check (investigation between 0 and 3),
    vulnerability smallint not null check (vulnerability between 0 and 3),
    engagement smallint not null check (engagement between 0 and 3),
    urgency smallint not null check (urgency between 1 and 3),
    by_person uuid not null,
    at timestamptz not null
);
create index assessment_report on incidents.assessment (report_id, at desc);
