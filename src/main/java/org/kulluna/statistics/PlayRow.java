package org.kulluna.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** One time a screen showed a whisper, behind a figure. */
public record PlayRow(
        UUID id,
        UUID screenId,
        UUID whisperId,
        LocalizedText title,
        String theme,
        LocalDate startsOn,
        Instant startedAt,
        Instant endedAt,
        boolean complete,
        String language,
        String unit,
        String place,
        BigDecimal audience,
        Instant recordedAt) {}
