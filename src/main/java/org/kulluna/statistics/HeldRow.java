package org.kulluna.statistics;

import java.time.LocalDate;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/**
 * A course or an onboarding workshop that was held, behind a figure.
 *
 * @param id of the offering, or of the workshop's session
 * @param startsOn local day on which its last session, or the workshop, began
 * @param came people or enrolments seen there
 * @param trainees those of them that met the attendance threshold of the whole
 */
public record HeldRow(
        UUID id,
        UUID offeringId,
        LocalizedText title,
        LocalDate startsOn,
        String unit,
        String region,
        long came,
        long trainees) {}
