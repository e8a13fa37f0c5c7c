create schema whispers;

-- Pictures, re-encoded by us; the same picture twice is one row.
create table whispers.picture (
    id uuid primary key,
    hash bytea not null unique,
    media_type text not null check (media_type in ('image/jpeg', 'image/png')),
    width int not null,
    height int not null,
    bytes bytea not null,
    added_by uuid not null,
    added_at timestamptz not null
);

create table whispers.whisper (
    id uuid primary key,
    unit_code text not null references units.unit,
    theme text not null check (theme in ('volunteering', 'social_responsibility', 'positive_citizenship', 'safety')),
    state text not null check (state in ('draft', 'in_review', 'approved', 'scheduled', 'sent', 'recalled', 'dropped')),
    revision int not null default 1,
    -- folded titles and words of every language
    search text not null default '',
    -- who, when and where
    segment_id uuid,
    audience jsonb not null default '{}',
    on_app boolean not null default true,
    on_screens boolean not null default true,
    send_at timestamptz,
    expires_at timestamptz,
    urgent boolean not null default false,
    urgent_reason text not null default '',
    -- what became of it
    sent_at timestamptz,
    planned_at timestamptz,
    pushed_up_to uuid,
    pushed_at timestamptz,
    recalled_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version int not null default 0,
    check (not urgent or urgent_reason <> ''),
    check (state <> 'sent' or (sent_at is not null and expires_at is not null)),
    check (expires_at is null or send_at is null or send_at < expires_at)
);
create index whisper_recent on whispers.whisper (changed_at desc, id desc);
create index whisper_due on whispers.whisper (send_at) where state = 'scheduled';
create index whisper_sent on whispers.whisper (sent_at desc) where sent_at is not null;

-- Each saving is a revision; none is ever changed, so what was shown can always be told.
create table whispers.revision (
    whisper_id uuid not null references whispers.whisper,
    number int not null,
    picture_id uuid references whispers.picture,
    written_by uuid not null,
    written_at timestamptz not null,
    primary key (whisper_id, number)
);
create table whispers.wording (
    whisper_id uuid not null,
    revision int not null,
    language text not null check (language ~ '^[a-z]{2,3}$'),
    title text not null,
    body text not null,
    picture_alt text not null default '',
    primary key (whisper_id, revision, language),
    foreign key (whisper_id, revision) references whispers.revision
);

-- What was decided of a revision: sent for review, approved, given back, taken back.
create table whispers.review (
    id uuid primary key,
    whisper_id uuid not null,
    revision int not null,
    kind text not null check (kind in ('asked', 'approved', 'returned', 'withdrawn')),
    reason text not null default '',
    decided_by uuid not null,
    decided_at timestamptz not null,
    foreign key (whisper_id, revision) references whispers.revision
);
create index review_whisper on whispers.review (whisper_id, decided_at);
create trigger append_only before update or delete on whispers.revision
    for each row execute function audit.refuse_change();
create trigger append_only before update or delete on whispers.wording
    for each row execute function audit.refuse_change();
create trigger append_only before update or delete on whispers.review
    for each row execute function audit.refuse_change();
create trigger append_only_whole before truncate on whispers.revision
    for each statement execute function audit.refuse_change();
create trigger append_only_whole before truncate on whispers.wording
    for each statement execute function audit.refuse_change();
create trigger append_only_whole before truncate on whispers.review
    for each statement execute function audit.refuse_change();

-- A writer's trial on their own devices: not part of the reach of anything.
create table whispers.test_send (
    id uuid primary key,
    whisper_id uuid not null references whispers.whisper,
    revision int not null,
    person_id uuid not null,
    sent_at timestamptz not null
);

-- Who was meant, with what is known of them that day. Suppressed ones stand here too, with the reason.
create table whispers.recipient (
    whisper_id uuid not null references whispers.whisper,
    person_id uuid not null,
    language text not null,
    region text not null,
    nationality text not null,
    age_group text not null,
    gender text not null,
    home_place text not null,
    suppressed text check (suppressed in ('opt_out', 'cap', 'no_channel')),
    due_at timestamptz not null,
    planned_at timestamptz not null,
    -- of the app's inbox: on screen for a second or more; opened
    seen_at timestamptz,
    read_at timestamptz,
    primary key (whisper_id, person_id)
);
create index recipient_inbox on whispers.recipient (person_id, planned_at desc) where suppressed is null;

-- Reach: a person is reached by a whisper once, when a channel confirmed the delivery to a device, or the person saw or
-- opened it. Append-only, with its dimensions: every figure of reach counts these rows.
create table whispers.reached (
    whisper_id uuid not null references whispers.whisper,
    person_id uuid not null,
    channel text not null check (channel in ('app', 'push')),
    how text not null check (how in ('confirmed', 'seen', 'read')),
    happened_at timestamptz not null,
    starts_on date not null,
    unit_code text not null,
    theme text not null,
    language text not null,
    region text not null,
    nationality text not null,
    age_group text not null,
    gender text not null,
    home_place text not null,
    recorded_at timestamptz not null,
    primary key (whisper_id, person_id)
);
create index reached_day on whispers.reached (starts_on, unit_code);
create index reached_person on whispers.reached (person_id);
create trigger append_only before update or delete on whispers.reached
    for each row execute function audit.refuse_change();
create trigger append_only_whole before truncate on whispers.reached
    for each statement execute function audit.refuse_change();
