-- An award stands as it was written. That it was taken back is a row of its own; there is no way back from it but a new
-- award.
create table training.revocation (
    award_id uuid primary key references training.award,
    reason text not null default '',
    revoked_by uuid references people.person,
    revoked_at timestamptz not null
);
insert into training.revocation (award_id, reason, revoked_by, revoked_at)
select a.id, a.revoked_reason, a.revoked_by, a.revoked_at from training.award a where a.revoked_at is not null;

-- The views are made anew behind the migrations.
drop view if exists training.standing;
drop view if exists training.published_award;
alter table training.award drop column revoked_by, drop column revoked_at, drop column revoked_reason;
create index award_ending on training.award (valid_to) where valid_to is not null;

-- Whoever renews after a renewal was taken back supersedes the same award once more.
drop index training.award_supersedes;
create index award_supersedes on training.award (supersedes) where supersedes is not null;

-- Nothing of these rows changes, but that the words about an erased person may be emptied: the column that is named.
create function training.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) ->> tg_argv[0] = ''
       and to_jsonb(new) - tg_argv[0] = to_jsonb(old) - tg_argv[0] then
        return new;
    end if;
    raise exception 'rows of %.% are append-only', tg_table_schema, tg_table_name;
end $$;
create trigger append_only before update or delete on training.award
    for each row execute function training.refuse_change('evidence');
create trigger append_only before update or delete on training.revocation
    for each row execute function training.refuse_change('reason');
create trigger append_only_whole before truncate on training.award
    for each statement execute function audit.refuse_change();
create trigger append_only_whole before truncate on training.revocation
    for each statement execute function audit.refuse_change();
create trigger append_only_whole before truncate on training.result
    for each statement execute function audit.refuse_change();

-- Who was told that an award ends: sixty, thirty or seven days before, each once, whoever runs the clock.
create table training.reminder (
    award_id uuid not null references training.award,
    step int not null check (step in (60, 30, 7)),
    told_at timestamptz not null,
    primary key (award_id, step)
);


-- Whoever teaches is bound as whoever learns.
insert into eligibility.commitment (id, person_id, during, kind, subject_id)
select gen_random_uuid(), i.person_id, tstzrange(s.starts_at, s.ends_at, '[)'), 'session', s.id
  from training.session_instructor i
  join training.session s on s.id = i.session_id
  join training.offering o on o.id = s.offering_id
 where s.cancelled_at is null and s.starts_at > now() and o.state in ('draft', 'interest', 'open')
    on conflict do nothing;
