-- All records of one person are found by the one that answers for them (people.lineage), each time a calendar is read.
create index person_canonical on people.person ((coalesce(merged_into, id)));
