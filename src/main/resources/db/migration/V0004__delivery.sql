create schema delivery;
create table delivery.notice (
    id uuid primary key,
    person_id uuid not null references people.person,
    key text not null,
    args jsonb not null default '{}',
    link text not null default '',
    created_at timestamptz not null,
    read_at timestamptz
);
create index notice_inbox on delivery.notice (person_id, created_at desc, id desc);
create index notice_unread on delivery.notice (person_id) where read_at is null;
