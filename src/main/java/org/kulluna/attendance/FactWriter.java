package org.kulluna.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.attendance.Filing.Named;
import org.kulluna.attendance.Filing.Pair;
import org.kulluna.audit.Audit;
import org.kulluna.policies.Policies;
import org.kulluna.policies.PolicyName;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way into the book. Takes the facts of any number of requests, judges each against what stands, stores what
 * is new in one statement with its audit rows, and refreshes the claims they touch: all in the caller's transaction.
 */
@Component
class FactWriter {
    /** What one filing is answered; {@code conflict} when an id of it stands in the book with other content. */
    record Answer(boolean conflict, List<FactOutcome> outcomes) {}

    private final FactRows rows;
    private final Claims claims;
    private final Audit audit;
    private final Policies policies;
    private final Clock clock;

    FactWriter(FactRows rows, Claims claims, Audit audit, Policies policies, Clock clock) {
        this.rows = rows;
        this.claims = claims;
        this.audit = audit;
        this.policies = policies;
        this.clock = clock;
    }

    /** Answers in the order of the filings. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Answer> write(List<Filing> filings, Map<UUID, Duties.Duty> duties) {
        Instant now = clock.instant();
        Book book = new Book(duties, now, early(now));
        look(book, filings);
        List<Answer> answers = filings.stream().map(book::judge).toList();
        Set<UUID> stored = book.accepted.isEmpty() ? Set.of() : rows.insert(List.copyOf(book.accepted.values()), now);
        List<FactRows.Accepted> fresh = book.accepted.values().stream()
                .filter(a -> stored.contains(a.fact().id()))
                .toList();
        audit(filings, fresh);
        List<Pair> touched = book.touched(fresh);
        claims.refresh(touched, now);
        if (rows.isAnyDecided(touched)) {
            // Somebody verified them between our look and our insert: be judged again with that in sight.
            throw new ConcurrencyFailureException("hours were decided meanwhile");
        }
        return stored.size() == book.accepted.size() ? answers : second(answers, stored, book);
    }

    /** What stands is read before which ids are known: a repeat that arrives beside its twin then finds one of both. */
    private void look(Book book, List<Filing> filings) {
        Set<UUID> ids = new HashSet<>();
        Set<UUID> targets = new HashSet<>();
        for (Filing filing : filings) {
            for (Named n : filing.facts()) {
                ids.add(n.fact().id());
                if (n.fact().voids() != null) {
                    targets.add(n.fact().voids());
                }
            }
        }
        if (!targets.isEmpty()) {
            book.known.putAll(rows.byId(targets));
        }
        book.situations.putAll(rows.situations(book.duties, List.copyOf(book.pairs(filings))));
        book.known.putAll(rows.byId(ids));
    }

    private Duration early(Instant now) {
        return Duration.ofMinutes(policies.at(PolicyName.EARLY_CHECK_IN, now).number("minutes"));
    }

    private void audit(List<Filing> filings, List<FactRows.Accepted> fresh) {
        Map<PersonId, List<Audit.Deed>> deeds = new LinkedHashMap<>();
        for (FactRows.Accepted a : fresh) {
            deeds.computeIfAbsent(a.by(), p -> new ArrayList<>())
                    .add(new Audit.Deed(
                            "attendance.record",
                            "fact",
                            a.fact().id().toString(),
                            a.fact().kind().code()));
        }
        for (Filing filing : filings) {
            List<Audit.Deed> own = deeds.remove(filing.by().signedIn());
            if (own != null) {
                audit.record(filing.by(), own);
            }
        }
    }

    /** Another node stored the same id, or took back the same fact, between our look and our insert. */
    private List<Answer> second(List<Answer> answers, Set<UUID> stored, Book book) {
        Map<UUID, Fact> there = rows.byId(book.accepted.keySet());
        return answers.stream()
                .map(answer -> {
                    List<FactOutcome> outcomes = new ArrayList<>();
                    for (FactOutcome o : answer.outcomes()) {
                        FactRows.Accepted mine = book.accepted.get(o.id());
                        if (o.state() != FactOutcome.State.RECORDED || mine == null || stored.contains(o.id())) {
                            outcomes.add(o);
                            continue;
                        }
                        Fact theirs = there.get(o.id());
                        if (theirs != null && !theirs.says(mine.fact(), mine.person())) {
                            // Nothing of such a list may stay: roll back, and be judged again with both in sight.
                            throw new ConcurrencyFailureException("another fact took this id meanwhile");
                        }
                        outcomes.add(
                                theirs == null
                                        ? FactOutcome.refused(mine.fact(), mine.person(), "already-void")
                                        : FactOutcome.of(FactOutcome.State.ALREADY, mine.fact(), theirs.person()));
                    }
                    return new Answer(answer.conflict(), outcomes);
                })
                .toList();
    }

    static Refusal conflict() {
        return Refusal.conflict("fact-differs");
    }

    /** The part of the book these filings touch, as it grows while they are judged in turn. */
    private static final class Book {
        private final Map<UUID, Fact> known = new HashMap<>();
        private final Map<UUID, Duties.Duty> duties;
        private final Instant now;
        private final Duration early;
        private final Map<Pair, Situation> situations = new HashMap<>();
        private final Map<UUID, FactRows.Accepted> accepted = new LinkedHashMap<>();

        Book(Map<UUID, Duties.Duty> duties, Instant now, Duration early) {
            this.duties = duties;
            this.now = now;
            this.early = early;
        }

        Set<Pair> pairs(List<Filing> filings) {
            Set<Pair> pairs = new LinkedHashSet<>();
            for (Filing filing : filings) {
                for (Named n : filing.facts()) {
                    if (n.person() != null) {
                        pairs.add(new Pair(n.fact().duty(), n.person()));
                    }
                    Fact target =
                            n.fact().voids() == null ? null : known.get(n.fact().voids());
                    if (target != null) {
                        pairs.add(new Pair(target.duty(), target.person()));
                    }
                }
            }
            return pairs;
        }

        /** In the order the things happened, answered in the order they were sent. */
        Answer judge(Filing filing) {
            if (filing.facts().stream().anyMatch(this::differs)) {
                return new Answer(true, List.of());
            }
            Map<UUID, FactOutcome> outcomes = new HashMap<>();
            filing.facts().stream()
                    .sorted(java.util.Comparator.comparing(n -> n.fact().happenedAt()))
                    .forEach(n -> outcomes.putIfAbsent(n.fact().id(), judge(n, filing.by())));
            return new Answer(
                    false,
                    filing.facts().stream()
                            .map(n ->
                                    Objects.requireNonNull(outcomes.get(n.fact().id())))
                            .toList());
        }

        private boolean differs(Named n) {
            Fact there = known.get(n.fact().id());
            if (there != null) {
                return !there.says(n.fact(), n.person());
            }
            FactRows.Accepted mine = accepted.get(n.fact().id());
            return mine != null && !mine.fact().equals(n.fact());
        }

        private FactOutcome judge(Named n, Viewer by) {
            NewFact fact = n.fact();
            Fact there = known.get(fact.id());
            if (there != null) {
                return FactOutcome.of(FactOutcome.State.ALREADY, fact, there.person());
            }
            FactRows.Accepted mine = accepted.get(fact.id());
            if (mine != null) {
                return FactOutcome.of(FactOutcome.State.ALREADY, fact, mine.person());
            }
            if (fact.kind() == FactKind.VOID) {
                return undo(fact, by);
            }
            if (n.person() == null || !n.trouble().isEmpty()) {
                return FactOutcome.refused(fact, n.person(), n.trouble());
            }
            Pair pair = new Pair(fact.duty(), n.person());
            Situation situation = situations.get(pair);
            if (situation == null) {
                return FactOutcome.refused(fact, null, "unknown-person");
            }
            FactOutcome outcome = situation.judge(fact, n.person(), now, early);
            if (outcome.state() == FactOutcome.State.RECORDED) {
                accepted.put(fact.id(), new FactRows.Accepted(fact, n.person(), by.signedIn()));
                situations.put(
                        pair, situation.seeing(situation.seen().with(fact.id(), fact.kind(), fact.happenedAt())));
            }
            return outcome;
        }

        private FactOutcome undo(NewFact fact, Viewer by) {
            UUID target = Objects.requireNonNull(fact.voids());
            PersonId person = personOf(target, fact.duty());
            Situation situation = person == null ? null : situations.get(new Pair(fact.duty(), person));
            if (person == null || situation == null) {
                return FactOutcome.refused(fact, null, "nothing-to-void");
            }
            FactOutcome outcome = situation.judgeVoid(fact, person, target);
            if (outcome.state() == FactOutcome.State.RECORDED) {
                accepted.put(fact.id(), new FactRows.Accepted(fact, person, by.signedIn()));
                situations.put(
                        new Pair(fact.duty(), person),
                        situation.seeing(situation.seen().without(target)));
            }
            return outcome;
        }

        private @Nullable PersonId personOf(UUID target, UUID duty) {
            Fact there = known.get(target);
            if (there != null) {
                return there.duty().equals(duty) && there.kind() != FactKind.VOID ? there.person() : null;
            }
            FactRows.Accepted mine = accepted.get(target);
            return mine != null
                            && mine.fact().duty().equals(duty)
                            && mine.fact().kind() != FactKind.VOID
                    ? mine.person()
                    : null;
        }

        /** Whose hours may have changed: who left, and everybody of a duty that is over or whose fact was taken back. */
        List<Pair> touched(List<FactRows.Accepted> fresh) {
            Set<Pair> pairs = new LinkedHashSet<>();
            for (FactRows.Accepted a : fresh) {
                Duties.Duty duty = Objects.requireNonNull(duties.get(a.fact().duty()));
                boolean left = situations
                        .getOrDefault(new Pair(duty.id(), a.person()), new Situation(duty, true, false, Seen.NOTHING))
                        .seen()
                        .last(FactKind.OUT)
                        .isPresent();
                if (a.fact().kind() == FactKind.VOID || left || duty.endsAt().isBefore(now)) {
                    pairs.add(new Pair(duty.id(), a.person()));
                }
            }
            return List.copyOf(pairs);
        }
    }
}
