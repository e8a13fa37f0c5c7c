-- The key pair that tells push services who we are (VAPID, RFC 8292): made at first start, its private half sealed.
create table delivery.vapid_key (
    one boolean primary key default true check (one),
    public_key bytea not null check (length(public_key) = 65),
    private_cipher bytea not null,
    key_id text not null,
    made_at timestamptz not null
);

-- A browser that may be told something while no page is open (RFC 8030). Gone ones are deleted, refused ones set aside.
create table delivery.subscription (
    id uuid primary key,
    person_id uuid not null references people.person,
    endpoint text not null check (length(endpoint) <= 2000),
    endpoint_hash bytea not null unique,
    p256dh bytea not null check (length(p256dh) = 65),
    auth bytea not null check (length(auth) = 16),
    language text not null default 'ar',
    device text not null default '',
    state text not null default 'active' check (state in ('active', 'quarantined')),
    refused_status int,
    -- Names the browser's session without opening it: signing out of it ends the subscription.
    session text not null default '',
    created_at timestamptz not null,
    renewed_at timestamptz not null
);
create index subscription_person on delivery.subscription (person_id) where state = 'active';
create index subscription_session on delivery.subscription (session) where session <> '';

-- What is pushed. Its id is that of the thing it tells of: a whisper, later a call-out.
create table delivery.push_message (
    id uuid primary key,
    kind text not null,
    urgency text not null default 'normal' check (urgency in ('very-low', 'low', 'normal', 'high')),
    topic text not null check (topic ~ '^[A-Za-z0-9_-]{1,32}$'),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    withdrawn_at timestamptz
);

-- The words, once for each language, as the service worker reads them.
create table delivery.push_text (
    message_id uuid not null references delivery.push_message,
    language text not null,
    payload jsonb not null,
    primary key (message_id, language)
);

-- One attempt for each message and subscription. Subscriptions may go; what became of the attempt stays.
create table delivery.push (
    message_id uuid not null references delivery.push_message,
    subscription_id uuid not null,
    person_id uuid not null,
    language text not null,
    due_at timestamptz not null,
    state text not null default 'queued' check (state in ('queued', 'sending', 'accepted', 'failed', 'expired')),
    reason text not null default '',
    tries int not null default 0,
    -- How often it was sent again because nobody knew whether it had been (a crash between the answer and its row).
    repeats int not null default 0,
    next_at timestamptz not null,
    status int,
    accepted_at timestamptz,
    confirmed_at timestamptz,
    opened_at timestamptz,
    settled_at timestamptz,
    primary key (message_id, subscription_id)
);
create index push_waiting on delivery.push (next_at) where state in ('queued', 'sending');
create index push_person on delivery.push (message_id, person_id);

-- When a person does not want to be disturbed, in whose zone, and what they do not want to be told of.
create table delivery.preference (
    person_id uuid primary key references people.person,
    quiet_from time,
    quiet_to time,
    zone text not null default 'Asia/Dubai',
    muted text[] not null default '{}',
    changed_at timestamptz not null,
    version int not null default 0,
    check ((quiet_from is null) = (quiet_to is null))
);
