package org.kulluna.attendance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.attendance.Filing.Named;
import org.kulluna.attendance.Filing.Pair;
import org.kulluna.membership.PassReading;
import org.kulluna.membership.Passes;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;

/** The door to the book of attendance: who came, left, or did not come. */
@Component
public class Attendance {
    private final FactRows rows;
    private final FactLine line;
    private final WalkIns walkIns;
    private final Passes passes;

    Attendance(FactRows rows, FactLine line, WalkIns walkIns, Passes passes) {
        this.rows = rows;
        this.line = line;
        this.walkIns = walkIns;
        this.passes = passes;
    }

    /**
     * Takes one fact or many (at most {@link NewFact#MOST}). Answered only after the commit, one outcome a fact in the
     * order sent; sending the same list again stores nothing and answers ALREADY.
     *
     * @throws Refusal NOT_FOUND when any duty is not the viewer's; CONFLICT fact-differs when an id stands in the book
     *     with other content: then nothing of the list is stored
     */
    public List<FactOutcome> record(Viewer viewer, List<NewFact> facts) {
        viewer.must(Right.RECORD_ATTENDANCE);
        List<UUID> ids = facts.stream().map(NewFact::duty).distinct().toList();
        Map<UUID, Duties.Duty> duties = rows.duties(viewer, Right.RECORD_ATTENDANCE, ids);
        if (duties.size() < ids.size()) {
            throw Refusal.notFound();
        }
        Filing filing = new Filing(viewer, asExpected(named(facts), duties));
        FactWriter.Answer answer =
                facts.stream().anyMatch(NewFact::isWalkIn) ? walkIns.write(filing, duties) : line.write(filing, duties);
        if (answer.conflict()) {
            throw FactWriter.conflict();
        }
        return answer.outcomes();
    }

    /** Whether a fact of the book is of the kind and about the person that the one sent under its id is. */
    boolean isAbout(Fact before, NewFact sent) {
        Named now = named(List.of(sent)).getFirst();
        return before.kind() == sent.kind()
                && (sent.kind() == FactKind.VOID
                        ? sent.voids() != null && sent.voids().equals(before.voids())
                        : now.person() != null && rows.isSame(before.person(), now.person()));
    }

    /**
     * As {@link #record}, for the owner of the duties, which has authorised: a trainee who shows the room's code, an
     * instructor. Persons are named by id.
     */
    public List<FactOutcome> recordOwned(Viewer by, String kind, List<NewFact> facts) {
        List<UUID> ids = facts.stream().map(NewFact::duty).distinct().toList();
        Map<UUID, Duties.Duty> duties = rows.duties(kind, ids);
        if (duties.size() < ids.size()) {
            throw Refusal.notFound();
        }
        FactWriter.Answer answer = line.write(new Filing(by, asExpected(named(facts), duties)), duties);
        if (answer.conflict()) {
            throw FactWriter.conflict();
        }
        return answer.outcomes();
    }

    private List<Named> named(List<NewFact> facts) {
        List<Long> numbers = facts.stream()
                .map(NewFact::membershipNumber)
                .flatMap(n -> Optional.ofNullable(n).stream())
                .distinct()
                .toList();
        Map<Long, PersonId> byNumber = numbers.isEmpty() ? Map.of() : rows.byNumber(numbers);
        Map<String, Optional<PassReading>> byCode = new HashMap<>();
        List<Named> named = new ArrayList<>(facts.size());
        for (NewFact f : facts) {
            if (f.person() != null || f.kind() == FactKind.VOID) {
                named.add(new Named(f, f.person(), ""));
            } else if (f.membershipNumber() != null) {
                PersonId person = byNumber.get(f.membershipNumber());
                named.add(new Named(f, person, person == null ? "unknown-number" : ""));
            } else {
                named.add(scanned(f, byCode.computeIfAbsent(String.valueOf(f.passCode()), passes::read)));
            }
        }
        return named;
    }

    /** Numbers and codes name the record a person has now; the place may still be held by one that was merged into it. */
    private List<Named> asExpected(List<Named> named, Map<UUID, Duties.Duty> duties) {
        List<PersonId> found = named.stream()
                .filter(n -> n.fact().person() == null)
                .flatMap(n -> Optional.ofNullable(n.person()).stream())
                .distinct()
                .toList();
        Map<PersonId, List<PersonId>> merged = found.isEmpty() ? Map.of() : rows.mergedInto(found);
        return merged.isEmpty()
                ? named
                : named.stream().map(n -> asExpected(n, merged, duties)).toList();
    }

    private Named asExpected(Named n, Map<PersonId, List<PersonId>> merged, Map<UUID, Duties.Duty> duties) {
        PersonId person = n.person();
        if (person == null || n.fact().person() != null || !merged.containsKey(person)) {
            return n;
        }
        List<PersonId> records = new ArrayList<>(List.of(person));
        records.addAll(merged.getOrDefault(person, List.of()));
        UUID duty = n.fact().duty();
        Map<Pair, Situation> there = rows.situations(
                duties, records.stream().map(r -> new Pair(duty, r)).toList());
        return records.stream()
                .filter(r -> Optional.ofNullable(there.get(new Pair(duty, r)))
                        .filter(Situation::isKnown)
                        .isPresent())
                .findFirst()
                .map(r -> new Named(n.fact(), r, n.trouble()))
                .orElse(n);
    }

    /** An old or printed code opens only name and photo: the leader compares, and then sends the person's id. */
    private static Named scanned(NewFact fact, Optional<PassReading> reading) {
        return reading.map(r -> new Named(fact, r.person(), r.live() ? "" : "old-code"))
                .orElseGet(() -> new Named(fact, null, "unknown-code"));
    }
}
