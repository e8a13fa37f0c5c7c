-- Plays as figures read them.
create or replace view screens.published_plays as
    select p.id, p.screen_id, p.kind, p.whisper_id, p.revision, p.language, p.started_at, p.ended_at, p.complete, p.urgent,
           p.audience, p.starts_on, p.unit_code, p.place_code, p.region, p.recorded_at,
           p.theme, p.group_ids, p.item
      from screens.play p;

-- Names of screens and of their groups, for figures.
create or replace view screens.published_names as
    select s.id, s.name_ar, s.name_en from screens.screen s
    union all
    select g.id, g.name_ar, g.name_en from screens.screen_group g;
