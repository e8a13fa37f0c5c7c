package org.kulluna.whispers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;

/** A whisper as a list shows it. */
public record WhisperLine(
        UUID id,
        String unit,
        Theme theme,
        WhisperState state,
        LocalizedText title,
        List<String> languages,
        boolean urgent,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt,
        Instant changedAt) {
    /** When it went, or is to go. */
    public @Nullable Instant at() {
        return sentAt == null ? sendAt : sentAt;
    }

    /** That day in the programme's zone. */
    public @Nullable LocalDate day() {
        Instant at = at();
        return at == null ? null : LocalDate.ofInstant(at, Time.PROGRAMME_ZONE);
    }
}
