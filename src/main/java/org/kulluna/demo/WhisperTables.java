package org.kulluna.demo;

/** The tables of whispers, pushes and screens, in the order of the foreign keys. They follow those of {@link Tables}. */
final class WhisperTables {
    final Copies.Table preference;
    final Copies.Table segment;
    final Copies.Table picture;
    final Copies.Table whisper;
    final Copies.Table revision;
    final Copies.Table wording;
    final Copies.Table review;
    final Copies.Table recipient;
    final Copies.Table reached;
    final Copies.Table message;
    final Copies.Table text;
    final Copies.Table push;
    final Copies.Table screen;
    final Copies.Table group;
    final Copies.Table grouped;
    final Copies.Table loop;
    final Copies.Table item;
    final Copies.Table schedule;
    final Copies.Table heartbeat;
    final Copies.Table play;

    WhisperTables(Copies copies) {
        preference = copies.into("delivery.preference", "person_id, quiet_from, quiet_to, muted, changed_at");
        segment = copies.into(
                "audience.segment", "id, name_ar, name_en, search, filter, created_by, created_at, changed_at");
        picture = copies.into("whispers.picture", "id, hash, media_type, width, height, bytes, added_by, added_at");
        whisper = copies.into(
                "whispers.whisper",
                "id, unit_code, theme, state, revision, search, segment_id, audience, send_at, expires_at,"
                        + " urgent, urgent_reason, sent_at, planned_at, pushed_at, recalled_at,"
                        + " released_everywhere, created_by, created_at,"
                        + " changed_at");
        revision = copies.into("whispers.revision", "whisper_id, number, picture_id, written_by, written_at");
        wording = copies.into("whispers.wording", "whisper_id, revision, language, title, body, picture_alt");
        review = copies.into("whispers.review", "id, whisper_id, revision, kind, reason, decided_by, decided_at");
        recipient = copies.into(
                "whispers.recipient",
                "whisper_id, person_id, language, region, nationality, age_group, gender, home_place, suppressed,"
                        + " due_at, planned_at, seen_at, read_at");
        reached = copies.into(
                "whispers.reached",
                "whisper_id, person_id, channel, how, happened_at, starts_on, unit_code, theme, language, region,"
                        + " nationality, age_group, gender, home_place, recorded_at");
        message =
                copies.into("delivery.push_message", "id, kind, urgency, topic, created_at, expires_at, withdrawn_at");
        text = copies.into("delivery.push_text", "message_id, language, payload");
        push = copies.into(
                "delivery.push",
                "message_id, subscription_id, person_id, language, due_at, state, reason, tries, next_at, status,"
                        + " accepted_at, confirmed_at, opened_at, settled_at");
        screen = copies.into(
                "screens.screen",
                "id, name_ar, name_en, search, unit_code, place_code, spot, landscape, languages, passers_by_hour,"
                        + " key_hash, paired_at, paired_by, created_at");
        group = copies.into("screens.screen_group", "id, name_ar, name_en, unit_code, created_at");
        grouped = copies.into("screens.group_member", "group_id, screen_id");
        loop = copies.into("screens.loop", "id, name_ar, name_en, unit_code, created_at");
        item = copies.into("screens.loop_item", "id, loop_id, position, kind, seconds");
        schedule = copies.into("screens.schedule", "id, loop_id, group_id, priority, from_time, to_time, created_at");
        heartbeat = copies.into(
                "screens.heartbeat",
                "screen_id, seen_at, player_version, clock_offset_ms, waiting_plays, showing, connected");
        play = copies.into(
                "screens.play",
                "id, screen_id, kind, whisper_id, revision, item, language, player_started_at, player_ended_at,"
                        + " clock_offset_ms, started_at, ended_at, complete, urgent, audience, starts_on, unit_code,"
                        + " place_code, region, recorded_at, theme, group_ids");
    }
}
