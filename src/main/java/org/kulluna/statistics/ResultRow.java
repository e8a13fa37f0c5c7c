package org.kulluna.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * What one enrolment came to, behind a figure. It names the offering, not the person: the owner's page decides who may
 * see whom.
 *
 * @param startsOn local day on which the last session began
 * @param state attended, partial or absent
 * @param score in percent, null without a quiz
 * @param correction whether it took an earlier result's place
 */
public record ResultRow(
        UUID id,
        UUID offeringId,
        LocalizedText title,
        LocalDate startsOn,
        String state,
        boolean passed,
        int attendedMinutes,
        int plannedMinutes,
        @Nullable Integer score,
        String unit,
        String region,
        String level,
        String nationality,
        boolean correction,
        Instant recordedAt) {}
