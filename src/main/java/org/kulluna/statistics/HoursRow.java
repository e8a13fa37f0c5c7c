package org.kulluna.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** One ledger entry behind a figure. It names the duty, not the person: the owner's page decides who may see whom. */
public record HoursRow(
        UUID id,
        UUID dutyId,
        LocalizedText title,
        LocalDate startsOn,
        int minutes,
        String unit,
        String region,
        String pillar,
        String nationality,
        boolean correction,
        Instant recordedAt) {}
