create schema assessment;

-- A question of a course's bank. What it says stands in its wordings; version names the one that is asked now.
create table assessment.question (
    id uuid primary key,
    course_code text not null references training.course,
    state text not null default 'draft' check (state in ('draft', 'active', 'retired')),
    version int not null default 1,
    search text not null default '',
    created_by uuid,
    created_at timestamptz not null
);
create index question_course on assessment.question (course_code, state, created_at desc, id desc);
create index question_search on assessment.question using gin (search gin_trgm_ops);

-- Each change of a question is one more wording, so an attempt keeps what it was asked.
create table assessment.wording (
    id uuid primary key,
    question_id uuid not null references assessment.question,
    number int not null check (number >= 1),
    kind text not null check (kind in ('single', 'several', 'true_false')),
    text_ar text not null,
    text_en text not null,
    why_ar text not null,
    why_en text not null,
    options_ar text[] not null,
    options_en text[] not null,
    options_right boolean[] not null,
    written_by uuid,
    written_at timestamptz not null,
    unique (question_id, number),
    check (cardinality(options_ar) between 2 and 6),
    check (cardinality(options_en) = cardinality(options_ar) and cardinality(options_right) = cardinality(options_ar)),
    check (true = any (options_right))
);
create trigger append_only before update or delete on assessment.wording
    for each row execute function audit.refuse_change();

-- One go at the quiz: running until it is submitted, one running at a time. The pass mark is that of the moment.
create table assessment.attempt (
    id uuid primary key,
    enrolment_id uuid not null references training.enrolment,
    offering_id uuid not null references training.offering,
    number int not null check (number >= 1),
    started_at timestamptz not null,
    submitted_at timestamptz,
    right_count int,
    score int check (score between 0 and 100),
    pass_mark int,
    unique (enrolment_id, number),
    check ((submitted_at is null) = (score is null))
);
create unique index attempt_running on assessment.attempt (enrolment_id) where submitted_at is null;
create index attempt_offering on assessment.attempt (offering_id);

-- What an attempt was asked, in its own order; shown and chosen count the wording's options from 0.
create table assessment.asked (
    attempt_id uuid not null references assessment.attempt,
    sort int not null,
    wording_id uuid not null references assessment.wording,
    shown int[] not null,
    chosen int[] not null default '{}',
    answered_at timestamptz,
    -- null until the attempt is submitted
    right_answer boolean,
    primary key (attempt_id, sort)
);
create index asked_wording on assessment.asked (wording_id) where right_answer is not null;

-- What an evaluator looks at. A criterion is taken out of use, never rewritten: evaluations name it.
create table assessment.criterion (
    id uuid primary key,
    course_code text not null references training.course,
    sort bigint generated always as identity,
    text_ar text not null,
    text_en text not null,
    required boolean not null,
    retired_at timestamptz
);
create index criterion_course on assessment.criterion (course_code, sort);

-- The evaluator's word on a trainee; the last one stands until the offering closes.
create table assessment.evaluation (
    id uuid primary key,
    enrolment_id uuid not null references training.enrolment,
    seq bigint generated always as identity,
    passed boolean not null,
    met uuid[] not null default '{}',
    remark text not null default '',
    evaluated_by uuid not null,
    evaluated_at timestamptz not null
);
create index evaluation_enrolment on assessment.evaluation (enrolment_id, seq desc);
create trigger append_only before update or delete on assessment.evaluation
    for each row execute function audit.refuse_change();

-- What a trainee said afterwards, once for each place. Read in sums only, and the words without a name.
create table assessment.feedback (
    enrolment_id uuid primary key references training.enrolment,
    offering_id uuid not null references training.offering,
    content int not null check (content between 1 and 5),
    instructor int not null check (instructor between 1 and 5),
    place int not null check (place between 1 and 5),
    recommend int not null check (recommend between 1 and 5),
    words text not null default '',
    given_at timestamptz not null,
    changed_at timestamptz not null
);
create index feedback_offering on assessment.feedback (offering_id);
