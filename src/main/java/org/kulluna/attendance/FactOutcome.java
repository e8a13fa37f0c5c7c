package org.kulluna.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.PersonId;

/**
 * What became of one fact that was sent.
 *
 * @param reason why not, a key under {@code attendance.why.}; empty when it was recorded
 * @param since for REPEATED: when the person came, left or was marked
 * @param reasons for a walk-in that may not take the duty: what stands between
 */
public record FactOutcome(
        UUID id,
        State state,
        FactKind kind,
        @Nullable PersonId person,
        String reason,
        @Nullable Instant since,
        List<Reason> reasons) {
    public enum State {
        /** Stored and on disk. */
        RECORDED,
        /** The same fact was stored before: a repeat. */
        ALREADY,
        /** The person is already in (or out, or absent) since then; nothing was stored. */
        REPEATED,
        /** Nothing was stored. */
        REFUSED
    }

    static FactOutcome of(State state, NewFact fact, @Nullable PersonId person) {
        return new FactOutcome(fact.id(), state, fact.kind(), person, "", null, List.of());
    }

    static FactOutcome refused(NewFact fact, @Nullable PersonId person, String reason) {
        return new FactOutcome(fact.id(), State.REFUSED, fact.kind(), person, reason, null, List.of());
    }

    static FactOutcome notAdmitted(NewFact fact, PersonId person, List<Reason> reasons) {
        return new FactOutcome(fact.id(), State.REFUSED, fact.kind(), person, "not-admitted", null, reasons);
    }

    static FactOutcome repeated(NewFact fact, PersonId person, String reason, Instant since) {
        return new FactOutcome(fact.id(), State.REPEATED, fact.kind(), person, reason, since, List.of());
    }
}
