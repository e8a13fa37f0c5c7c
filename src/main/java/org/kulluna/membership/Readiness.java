package org.kulluna.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What acceptance rests on.
 *
 * @param vetting state of the application's latest check: not_started, in_progress, cleared, refused, withdrawn
 * @param vettedUntil last valid day of a clearance
 * @param age whole years today, -1 when unknown
 * @param consentUntil last valid day of a guardian's consent
 */
public record Readiness(
        boolean identityChecked,
        String vetting,
        @Nullable LocalDate vettedFrom,
        @Nullable LocalDate vettedUntil,
        int age,
        boolean citizen,
        @Nullable LocalDate visaUntil,
        @Nullable LocalDate consentUntil) {

    /** What still stands in the way, as keys under {@code refusal.}; empty when the person can be accepted today. */
    List<String> obstacles(LocalDate today, int adult, int student) {
        List<String> found = new ArrayList<>();
        if (!identityChecked) {
            found.add("identity-not-checked");
        }
        if (VettingState.of(vetting) != VettingState.CLEARED) {
            found.add("not-vetted");
        } else if (isOver(vettedUntil, today) || vettedFrom == null || vettedFrom.isAfter(today)) {
            found.add("vetting-not-valid");
        }
        if (age < student) {
            found.add("too-young-to-join");
        } else if (age < adult && isOver(consentUntil, today)) {
            found.add("no-guardian-consent");
        }
        if (!citizen && isOver(visaUntil, today)) {
            found.add("no-valid-visa");
        }
        return List.copyOf(found);
    }

    private static boolean isOver(@Nullable LocalDate until, LocalDate today) {
        return until == null || until.isBefore(today);
    }
}
