package org.kulluna.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** A whisper that was sent, as figures name it. */
public record ToldWhisper(
        UUID id,
        LocalizedText title,
        String unit,
        String theme,
        boolean urgent,
        Instant sentAt,
        LocalDate day,
        @Nullable Instant recalledAt) {}
