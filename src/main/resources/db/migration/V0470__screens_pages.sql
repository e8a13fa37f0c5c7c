-- What was taken out of a loop, or changed, stays for what was played of it: a play names its item.
alter table screens.loop_item alter column position drop not null;
alter table screens.loop_item add column removed_at timestamptz;
alter table screens.loop_item add check ((position is null) = (removed_at is not null));

-- Which slot the player showed when it last spoke, and since when by the house's clock: a preview goes on from there.
alter table screens.heartbeat add column turn jsonb;

-- A play's theme and the groups its screen stood in, fixed like its other dimensions. Of plays before this nobody wrote
-- the groups down; their themes are what their whispers have.
alter table screens.play add column theme text not null default '';
alter table screens.play add column group_ids uuid[] not null default '{}';
alter table screens.play disable trigger append_only;
update screens.play p set theme = w.theme from whispers.whisper w where w.id = p.whisper_id;
alter table screens.play enable trigger append_only;
