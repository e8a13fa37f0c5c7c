-- Auditors ask by the beginning of an action, newest first.
create index entry_action on audit.entry (action text_pattern_ops, at desc);
