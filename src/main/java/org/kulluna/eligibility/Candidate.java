package org.kulluna.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/**
 * What is known of somebody who might take a duty. Days are the last valid day, whole, in the duty's zone.
 *
 * @param status of the membership, null when the person is no member
 * @param citizen needs no residence visa
 * @param qualifications code to the spans in which it holds
 */
public record Candidate(
        PersonId person,
        @Nullable String status,
        @Nullable LocalDate suspendedUntil,
        boolean student,
        @Nullable LocalDate bornOn,
        boolean citizen,
        @Nullable LocalDate visaValidTo,
        @Nullable LocalDate vettedUntil,
        @Nullable LocalDate consentUntil,
        Map<String, List<Span>> qualifications,
        List<Binding> bindings) {

    /** From a day to a day, both included; without end when {@code to} is null. */
    public record Span(LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate first, LocalDate last) {
            return !from.isAfter(first) && (to == null || !to.isBefore(last));
        }
    }

    /** What the person is bound to: half-open, so back-to-back is no overlap. */
    public record Binding(Instant from, Instant to, String kind, UUID subject) {
        boolean overlaps(Instant start, Instant end) {
            return from.isBefore(end) && start.isBefore(to);
        }
    }

    Optional<Binding> bindingDuring(Instant start, Instant end, UUID exceptSubject) {
        return bindings.stream()
                .filter(b -> !b.subject().equals(exceptSubject) && b.overlaps(start, end))
                .findFirst();
    }
}
