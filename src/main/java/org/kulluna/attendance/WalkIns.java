package org.kulluna.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.attendance.Filing.Named;
import org.kulluna.attendance.Filing.Pair;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in people who came without a place: the duty's owner says yes or why not, and their check-in follows. */
@Component
class WalkIns {
    private static final int TRIES = 4;

    private final FactRows rows;
    private final FactWriter writer;
    private final List<DutyOwner> owners;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate nested;

    WalkIns(
            FactRows rows,
            FactWriter writer,
            List<DutyOwner> owners,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.writer = writer;
        this.owners = owners;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Whoever was broken off to free another, or met a twin, tries again: each fact is known by its id. */
    FactWriter.Answer write(Filing filing, Map<UUID, Duties.Duty> duties) {
        for (int i = 1; ; i++) {
            try {
                return writeOnce(filing, duties);
            } catch (ConcurrencyFailureException e) {
                if (i == TRIES) {
                    throw Refusal.of(Refusal.Kind.BUSY, "busy");
                }
            }
        }
    }

    private FactWriter.Answer writeOnce(Filing filing, Map<UUID, Duties.Duty> duties) {
        return Objects.requireNonNull(whole.execute(t -> {
            Map<UUID, FactOutcome> turnedAway = admit(filing, duties);
            List<Named> rest = filing.facts().stream()
                    .filter(n -> !turnedAway.containsKey(n.fact().id()))
                    .toList();
            FactWriter.Answer answer =
                    writer.write(List.of(new Filing(filing.by(), rest)), duties).getFirst();
            if (answer.conflict()) {
                t.setRollbackOnly();
                return answer;
            }
            Map<UUID, FactOutcome> all = new HashMap<>(turnedAway);
            answer.outcomes().forEach(o -> all.put(o.id(), o));
            return new FactWriter.Answer(
                    false,
                    filing.facts().stream()
                            .map(n -> Objects.requireNonNull(all.get(n.fact().id())))
                            .toList());
        }));
    }

    private Map<UUID, FactOutcome> admit(Filing filing, Map<UUID, Duties.Duty> duties) {
        List<Pair> pairs = new ArrayList<>();
        for (Named n : filing.facts()) {
            if (n.fact().isWalkIn() && n.person() != null && n.trouble().isEmpty()) {
                pairs.add(new Pair(n.fact().duty(), n.person()));
            }
        }
        Map<Pair, Situation> situations = rows.situations(duties, pairs);
        Map<UUID, Fact> known =
                rows.byId(filing.facts().stream().map(n -> n.fact().id()).toList());
        Map<UUID, FactOutcome> turnedAway = new HashMap<>();
        for (Named n : filing.facts()) {
            PersonId person = n.person();
            if (!n.fact().isWalkIn()
                    || person == null
                    || known.containsKey(n.fact().id())) {
                continue;
            }
            Situation situation = situations.get(new Pair(n.fact().duty(), person));
            if (situation != null && !situation.expected() && situation.duty().walkIns()) {
                FactOutcome no = admit(filing.by(), n.fact(), person, situation);
                if (no != null) {
                    turnedAway.put(n.fact().id(), no);
                }
            }
        }
        return turnedAway;
    }

    private @Nullable FactOutcome admit(Viewer by, NewFact fact, PersonId person, Situation situation) {
        Instant now = clock.instant();
        Situation asExpected = new Situation(situation.duty(), true, situation.decided(), situation.seen());
        FactOutcome otherwise = asExpected.judge(fact, person, now, java.time.Duration.ofDays(1));
        if (otherwise.state() == FactOutcome.State.REFUSED) {
            return otherwise;
        }
        DutyOwner owner = owners.stream()
                .filter(o -> o.kind().equals(situation.duty().kind()))
                .findFirst()
                .orElse(null);
        if (owner == null) {
            return FactOutcome.refused(fact, person, "not-expected");
        }
        List<Reason> reasons = ask(owner, by, fact.duty(), person);
        return reasons.isEmpty() ? null : FactOutcome.notAdmitted(fact, person, reasons);
    }

    /** In a savepoint: an owner that stumbles (a clash found by a constraint) loses only its own part. */
    private List<Reason> ask(DutyOwner owner, Viewer by, UUID duty, PersonId person) {
        try {
            return Objects.requireNonNull(nested.execute(t -> {
                List<Reason> reasons = owner.admit(by, duty, person);
                if (!reasons.isEmpty()) {
                    t.setRollbackOnly();
                }
                return reasons;
            }));
        } catch (Refusal refusal) {
            return List.of(new Reason(refusal.key(), Map.of(), ""));
        }
    }
}
