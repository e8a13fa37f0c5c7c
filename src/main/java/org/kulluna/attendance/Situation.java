package org.kulluna.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.PersonId;

/**
 * All that decides whether a fact about one person at one duty is taken into the book.
 *
 * @param decided the hours of this person were verified or refused already
 */
record Situation(Duties.Duty duty, boolean expected, boolean decided, Seen seen) {
    /** A phone's clock may be this far ahead. */
    static final Duration AHEAD = Duration.ofMinutes(2);
    /** Phones that were without network send their facts until then. */
    static final Duration LATE = Duration.ofHours(12);

    /** Expected there, or seen there. */
    boolean isKnown() {
        return expected || !seen.facts().isEmpty();
    }

    Situation seeing(Seen now) {
        return new Situation(duty, expected, decided, now);
    }

    /** Pure: the outcome this fact has now. RECORDED means that it is to be stored. */
    FactOutcome judge(NewFact fact, PersonId person, Instant now, Duration early) {
        String trouble = trouble(fact, now, early);
        if (!trouble.isEmpty()) {
            return FactOutcome.refused(fact, person, trouble);
        }
        Optional<Seen.One> before = seen.repeatedBy(fact.kind(), fact.happenedAt());
        if (before.isPresent()) {
            return FactOutcome.repeated(
                    fact, person, "already-" + fact.kind().code(), before.get().at());
        }
        return FactOutcome.of(FactOutcome.State.RECORDED, fact, person);
    }

    private String trouble(NewFact fact, Instant now, Duration early) {
        if (duty.cancelledAt() != null) {
            return "cancelled";
        }
        if (decided) {
            return "decided";
        }
        String clock = clock(fact.happenedAt(), now, early);
        if (!clock.isEmpty()) {
            return clock;
        }
        return switch (fact.kind()) {
            case IN -> expected ? "" : duty.walkIns() ? "walk-in-possible" : "not-expected";
            case OUT -> out(fact.happenedAt());
            case ABSENT -> absent(fact.happenedAt());
            case VOID -> "";
        };
    }

    private String clock(Instant at, Instant now, Duration early) {
        if (at.isAfter(now.plus(AHEAD))) {
            return "in-the-future";
        }
        if (at.isBefore(duty.startsAt().minus(early))) {
            return "too-early";
        }
        return at.isAfter(duty.endsAt().plus(LATE)) ? "too-late" : "";
    }

    private String absent(Instant at) {
        if (!expected) {
            return "not-expected";
        }
        return seen.isIn() ? "is-in" : at.isBefore(duty.startsAt()) ? "not-begun" : "";
    }

    private String out(Instant at) {
        return seen.first(FactKind.IN)
                .map(in -> at.isBefore(in.at()) ? "out-before-in" : "")
                .orElse("not-in");
    }

    /** Taking back {@code target}, which stands in the book at this duty. */
    FactOutcome judgeVoid(NewFact fact, PersonId person, UUID target) {
        if (decided) {
            return FactOutcome.refused(fact, person, "decided");
        }
        boolean stands = seen.facts().stream().anyMatch(f -> f.id().equals(target));
        return stands
                ? FactOutcome.of(FactOutcome.State.RECORDED, fact, person)
                : FactOutcome.refused(fact, person, "already-void");
    }
}
