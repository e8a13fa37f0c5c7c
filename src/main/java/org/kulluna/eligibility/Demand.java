package org.kulluna.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * What a duty asks of whoever takes it.
 *
 * @param subject the shift, session or workshop: a candidate's own place on it is no clash
 * @param qualifications codes that must hold from the first to the last day of the duty
 */
public record Demand(
        UUID subject,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        int minimumAge,
        boolean studentsWelcome,
        List<String> qualifications) {

    public LocalDate firstDay() {
        return startsAt.atZone(zone).toLocalDate();
    }

    /** The local day of the last instant: a duty that ends at midnight ends the day before. */
    public LocalDate lastDay() {
        return endsAt.minusNanos(1).atZone(zone).toLocalDate();
    }
}
