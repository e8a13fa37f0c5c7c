-- Who read or changed what. Rows hold ids and field names, never personal values.
create schema audit;

create table audit.chain (
    chain int primary key,
    number bigint not null,
    head bytea not null
);
insert into audit.chain (chain, number, head) select c, 0, '\x' from generate_series(1, 32) c;

create table audit.entry (
    chain int not null,
    number bigint not null,
    at timestamptz not null,
    actor uuid,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    fields text not null default '',
    mac bytea not null,
    primary key (chain, number)
);
create index entry_at on audit.entry (at desc, chain, number);
create index entry_subject on audit.entry (subject_kind, subject_id, at desc);
create index entry_actor on audit.entry (actor, at desc);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% are append-only', tg_table_schema, tg_table_name;
end $$;
create trigger append_only before update or delete on audit.entry
    for each row execute function audit.refuse_change();
