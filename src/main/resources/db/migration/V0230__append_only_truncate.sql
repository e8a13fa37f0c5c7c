-- Emptying a table at once goes round the triggers of its rows: what is append-only refuses that too.
create trigger append_only_whole before truncate on audit.entry
    for each statement execute function audit.refuse_change();
create trigger append_only_whole before truncate on attendance.fact
    for each statement execute function audit.refuse_change();
create trigger append_only_whole before truncate on attendance.ledger_entry
    for each statement execute function audit.refuse_change();
