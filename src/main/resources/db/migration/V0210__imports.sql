-- The import moves into a room of its own; what it makes stays volunteering's.
create schema imports;

alter table volunteering.import_run set schema imports;
alter table imports.import_run rename to run;
alter table volunteering.import_line set schema imports;
alter table imports.import_line rename to line;
alter table volunteering.import_mapping set schema imports;
alter table imports.import_mapping rename to mapping;
