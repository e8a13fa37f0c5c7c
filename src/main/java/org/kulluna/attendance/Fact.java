package org.kulluna.attendance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/** A fact as it stands in the book. */
record Fact(
        UUID id,
        UUID duty,
        PersonId person,
        FactKind kind,
        @Nullable UUID voids,
        Instant happenedAt,
        String means,
        String device,
        PersonId recordedBy) {

    /** Whether the fact sent under this id says the same; {@code resolved} is null when its person is not known any more. */
    boolean says(NewFact sent, @Nullable PersonId resolved) {
        return duty.equals(sent.duty())
                && kind == sent.kind()
                && java.util.Objects.equals(voids, sent.voids())
                && happenedAt.equals(sent.happenedAt())
                && means.equals(sent.means())
                && device.equals(sent.device())
                && (kind == FactKind.VOID || person.equals(resolved));
    }
}
