-- A mistaken import is taken back: which line made its opportunity, and whether that is gone again.
alter table imports.run
    drop constraint import_run_state_check,
    add constraint run_state_check
        check (state in ('uploaded', 'planned', 'applying', 'applied', 'withdrawn', 'discarded'));

alter table imports.line
    add created boolean not null default false,
    add withdrawn boolean not null default false;
