-- Awards are listed newest first, and by the day they end.
create index award_recorded on training.award (recorded_at desc, id desc);
create index award_ending on training.award (valid_to) where revoked_at is null and valid_to is not null;
alter table training.award add constraint award_days check (valid_to is null or valid_from <= valid_to);
