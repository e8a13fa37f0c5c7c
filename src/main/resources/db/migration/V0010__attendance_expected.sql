-- Who is expected at a duty, written by the duty's owner (a shift's sign-ups, a session's enrolments): the gate reads
-- this and needs to know nothing of what stands behind it.
create table attendance.expected (
    duty_id uuid not null references attendance.duty,
    person_id uuid not null references people.person,
    role_ar text not null default '',
    role_en text not null default '',
    primary key (duty_id, person_id)
);
create index expected_person on attendance.expected (person_id);
