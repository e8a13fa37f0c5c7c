-- A run is applied line by line, each in a transaction of its own: what was done is marked on the line with it, so that
-- after any crash the rest goes on where it stopped.
alter table volunteering.import_run
    drop constraint import_run_state_check,
    add constraint import_run_state_check
        check (state in ('uploaded', 'planned', 'applying', 'applied', 'discarded')),
    add applied_by uuid,
    add planned_at timestamptz,
    add line_count int not null default 0;
create index import_run_unit on volunteering.import_run (unit_code, created_at desc, id desc);
create index import_run_same on volunteering.import_run (unit_code, content_hash)
    where state in ('uploaded', 'planned', 'applying');
create index import_run_applying on volunteering.import_run (id) where state = 'applying';

alter table volunteering.import_line
    -- what the file asks for, until it is done
    add proposal jsonb,
    add changes text[] not null default '{}',
    add opportunity_id uuid,
    add applied_at timestamptz;
create index import_line_outcome on volunteering.import_line (run_id, outcome, line);
create index import_line_waiting on volunteering.import_line (run_id, line)
    where applied_at is null and outcome in ('create', 'update');
