-- Plays as figures read them.
create or replace view screens.published_plays as
    select p.id, p.screen_id, p.kind, p.whisper_id, p.revision, p.language, p.started_at, p.ended_at, p.complete, p.urgent,
           p.audience, p.starts_on, p.unit_code, p.place_code, p.region, p.recorded_at,
           p.theme, p.group_ids, p.item
      from screens.play p;
