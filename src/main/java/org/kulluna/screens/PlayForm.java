package org.kulluna.screens;

import org.jspecify.annotations.Nullable;

/**
 * Proof of one play, as its player tells it. {@code id} is a UUID of its making, {@code startedAt} and {@code endedAt}
 * instants by its own clock, {@code offsetMs} what the house's clock was ahead of it.
 */
record PlayForm(
        @Nullable String id,
        @Nullable String screen,
        @Nullable String kind,
        @Nullable String whisper,
        @Nullable Integer revision,
        @Nullable String item,
        @Nullable String schedule,
        @Nullable String language,
        @Nullable String startedAt,
        @Nullable String endedAt,
        @Nullable Long offsetMs,
        @Nullable Boolean complete,
        @Nullable Boolean urgent) {}
