package org.kulluna.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands of one person on one duty: the facts that were not taken back, by time. */
record Seen(List<One> facts) {
    record One(UUID id, FactKind kind, Instant at) {}

    static final Seen NOTHING = new Seen(List.of());

    Seen {
        facts = facts.stream()
                .sorted(Comparator.comparing(One::at).thenComparing(One::id))
                .toList();
    }

    Seen with(UUID id, FactKind kind, Instant at) {
        List<One> more = new ArrayList<>(facts);
        more.add(new One(id, kind, at));
        return new Seen(more);
    }

    Seen without(UUID id) {
        return new Seen(facts.stream().filter(f -> !f.id().equals(id)).toList());
    }

    Optional<One> first(FactKind kind) {
        return facts.stream().filter(f -> f.kind() == kind).findFirst();
    }

    Optional<One> last(FactKind kind) {
        return facts.reversed().stream().filter(f -> f.kind() == kind).findFirst();
    }

    boolean isIn() {
        return last(FactKind.IN)
                .filter(in -> last(FactKind.OUT)
                        .filter(out -> !out.at().isBefore(in.at()))
                        .isEmpty())
                .isPresent();
    }

    /**
     * A fact of that kind at that time adds nothing: the one that said it first. A check-in earlier than any known one
     * does add something (another phone was without network), and so does a check-out before the last known one.
     */
    Optional<One> repeatedBy(FactKind kind, Instant at) {
        return switch (kind) {
            case IN -> isIn() ? last(FactKind.IN).filter(in -> !at.isBefore(in.at())) : Optional.empty();
            case OUT -> isIn() ? Optional.empty() : last(FactKind.OUT).filter(out -> !at.isBefore(out.at()));
            case ABSENT -> first(FactKind.ABSENT);
            case VOID -> Optional.empty();
        };
    }
}
