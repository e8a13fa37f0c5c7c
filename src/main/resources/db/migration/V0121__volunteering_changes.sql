-- Why something was called off, and what became of each seat: the roster tells its history from here.
alter table volunteering.opportunity add cancel_reason text not null default '';
alter table volunteering.shift add cancel_reason text not null default '';

create table volunteering.sign_up_change (
    sign_up_id uuid not null references volunteering.sign_up,
    seq bigint generated always as identity,
    state text not null check (state in ('booked', 'waiting', 'left', 'lapsed', 'cancelled')),
    reason text not null default '',
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (sign_up_id, seq)
);

create index shift_soonest on volunteering.shift (starts_at, id) where state = 'published';
create index sign_up_role on volunteering.sign_up (role_id, state);
create index opportunity_newest on volunteering.opportunity (created_at desc, id desc);
