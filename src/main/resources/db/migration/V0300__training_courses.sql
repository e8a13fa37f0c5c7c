-- What is taught: a course, its parts, and where it is held.
create table training.course (
    code text primary key check (code ~ '^[a-z0-9_]{1,60}$'),
    title_ar text not null,
    title_en text not null,
    text_ar text not null default '',
    text_en text not null default '',
    search text not null default '',
    level text not null check (level in ('foundational', 'specialised', 'onboarding')),
    unit_code text not null references units.unit,
    -- qualifications that must hold from the first to the last session
    prerequisites text[] not null default '{}',
    -- what passing gives; the award lasts as long as the course says
    qualification text references training.qualification,
    validity_months int check (validity_months between 1 and 600),
    recertify_days int not null default 60 check (recertify_days between 0 and 730),
    attendance_percent int not null default 80 check (attendance_percent between 1 and 100),
    pass_mark int check (pass_mark between 1 and 100),
    assessed_by text not null default 'none' check (assessed_by in ('none', 'quiz', 'practical', 'both')),
    quiz_questions int not null default 10 check (quiz_questions between 1 and 100),
    quiz_attempts int not null default 3 check (quiz_attempts between 1 and 20),
    minimum_age int not null default 18 check (minimum_age between 0 and 99),
    students_welcome boolean not null default false,
    state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
    created_by uuid,
    created_at timestamptz not null,
    version int not null default 0,
    check ((assessed_by in ('none', 'practical')) or pass_mark is not null)
);
create index course_search on training.course using gin (search gin_trgm_ops);

-- The parts of a course, in order: an onboarding path has five short workshops.
create table training.part (
    id uuid primary key,
    course_code text not null references training.course,
    sort int not null,
    title_ar text not null,
    title_en text not null,
    minutes int not null check (minutes between 5 and 1440)
);
create index part_course on training.part (course_code, sort);

create table training.room (
    id uuid primary key,
    unit_code text not null references units.unit,
    place_code text not null references places.place,
    name_ar text not null,
    name_en text not null,
    capacity int not null check (capacity between 1 and 10000),
    retired_at timestamptz,
    version int not null default 0
);
create index room_unit on training.room (unit_code);

-- One holding of a course. Places are counted on it: the row that is locked when a place is taken.
create table training.offering (
    id uuid primary key,
    course_code text not null references training.course,
    unit_code text not null references units.unit,
    place_code text references places.place,
    state text not null check (state in ('draft', 'interest', 'open', 'closed', 'cancelled')),
    minimum int not null default 1 check (minimum >= 0),
    maximum int not null check (maximum between 1 and 10000),
    waiting_maximum int not null default 50 check (waiting_maximum between 0 and 10000),
    booked int not null default 0 check (booked >= 0 and booked <= maximum),
    approval boolean not null default false,
    opens_at timestamptz,
    closes_at timestamptz,
    cancel_by timestamptz,
    cancel_reason text not null default '',
    closed_by uuid,
    closed_at timestamptz,
    created_by uuid,
    created_at timestamptz not null,
    version int not null default 0,
    check (minimum <= maximum)
);
create index offering_course on training.offering (course_code, state);
create index offering_newest on training.offering (created_at desc, id desc);

create table training.session (
    id uuid primary key,
    offering_id uuid not null references training.offering,
    part_id uuid references training.part,
    title_ar text not null default '',
    title_en text not null default '',
    room_id uuid references training.room,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    zone text not null default 'Asia/Dubai',
    cancelled_at timestamptz,
    version int not null default 0,
    check (starts_at < ends_at)
);
create index session_offering on training.session (offering_id, starts_at);
create index session_time on training.session (starts_at, id) where cancelled_at is null;
-- A room holds one session at a time; back-to-back is no clash.
alter table training.session add constraint room_clash exclude using gist
    (room_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (room_id is not null and cancelled_at is null);

create table training.session_instructor (
    session_id uuid not null references training.session,
    person_id uuid not null references people.person,
    primary key (session_id, person_id)
);
create index session_instructor_person on training.session_instructor (person_id);

create table training.enrolment (
    id uuid primary key,
    offering_id uuid not null references training.offering,
    person_id uuid not null references people.person,
    state text not null check (state in
        ('interested', 'requested', 'waiting', 'booked', 'declined', 'cancelled', 'lapsed', 'attended', 'partial', 'absent')),
    position bigint generated always as identity,
    source text not null default 'self' check (source in ('self', 'desk', 'cohort')),
    reason text not null default '',
    -- the best quiz in percent and the evaluator's word, until the offering closes
    score int check (score between 0 and 100),
    practical_passed boolean,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version int not null default 0
);
create unique index enrolment_once on training.enrolment (offering_id, person_id)
    where state in ('interested', 'requested', 'waiting', 'booked', 'attended', 'partial', 'absent');
create index enrolment_waiting on training.enrolment (offering_id, position) where state = 'waiting';
create index enrolment_person on training.enrolment (person_id, state);
create index enrolment_offering on training.enrolment (offering_id, state);

create table training.enrolment_change (
    enrolment_id uuid not null references training.enrolment,
    seq bigint generated always as identity,
    state text not null,
    reason text not null default '',
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (enrolment_id, seq)
);

-- What each place came to when its offering closed, with its dimensions as they were that day: figures read this and
-- nothing else. A later resit is one more row that names the one it follows.
create table training.result (
    id uuid primary key,
    enrolment_id uuid not null references training.enrolment,
    offering_id uuid not null references training.offering,
    person_id uuid not null references people.person,
    state text not null check (state in ('attended', 'partial', 'absent')),
    attended_minutes int not null check (attended_minutes >= 0),
    planned_minutes int not null check (planned_minutes >= 0),
    score int,
    passed boolean not null,
    ended_on date not null,
    course_code text not null,
    level text not null,
    unit_code text not null,
    region text not null,
    nationality text not null,
    age_group text not null,
    gender text not null,
    home_place text not null default '',
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    follows uuid references training.result,
    check ((state = 'absent') = (attended_minutes = 0))
);
create unique index result_first on training.result (enrolment_id) where follows is null;
create unique index result_follows on training.result (follows) where follows is not null;
create index result_day on training.result (ended_on, unit_code, id);
create index result_person on training.result (person_id);
create index result_offering on training.result (offering_id);
create trigger append_only before update or delete on training.result
    for each row execute function audit.refuse_change();

-- An award remembers the enrolment that earned it; each enrolment earns one. The code is what anyone may check it by.
alter table training.award add enrolment_id uuid references training.enrolment;
alter table training.award add code text not null default replace(gen_random_uuid()::text, '-', '');
alter table training.award add supersedes uuid references training.award;
create unique index award_enrolment on training.award (enrolment_id) where enrolment_id is not null;
create unique index award_code on training.award (code);
create unique index award_supersedes on training.award (supersedes) where supersedes is not null;

-- Why somebody at the desk said that a trainee was there, or was not: named by the fact it stands behind.
create table training.override (
    fact_id uuid primary key,
    session_id uuid not null references training.session,
    person_id uuid not null references people.person,
    reason text not null,
    made_by uuid not null,
    made_at timestamptz not null
);
create index override_session on training.override (session_id);

-- A room's code is one more way of being seen.
alter table attendance.fact drop constraint fact_means_check;
alter table attendance.fact add constraint fact_means_check
    check (means in ('tap', 'scan', 'number', 'walk_in', 'kiosk', 'desk', 'code'));
