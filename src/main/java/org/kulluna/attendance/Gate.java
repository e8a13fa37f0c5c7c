package org.kulluna.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a shift leader sees at a gate, and the book of a duty for those who may read it. */
@Component
class Gate {
    private final GateRows rows;
    private final FactRows facts;
    private final ClaimRows claims;
    private final LedgerRows ledger;
    private final Audit audit;
    private final Clock clock;

    Gate(GateRows rows, FactRows facts, ClaimRows claims, LedgerRows ledger, Audit audit, Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.claims = claims;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<GateDuty> list(Viewer viewer) {
        viewer.must(Right.RECORD_ATTENDANCE);
        Instant now = clock.instant();
        return rows.duties(viewer, now.minus(Situation.LATE), now.plus(Duration.ofDays(1)), 200);
    }

    @Transactional(readOnly = true)
    public GateView open(Viewer viewer, UUID duty, String search) {
        return new GateView(get(viewer, duty), rows.people(duty, search));
    }

    /** @throws Refusal NOT_FOUND when it is not a duty of a unit where the viewer records attendance */
    @Transactional(readOnly = true)
    public GateDuty get(Viewer viewer, UUID duty) {
        viewer.must(Right.RECORD_ATTENDANCE);
        GateDuty today = rows.find(duty).orElseThrow(Refusal::notFound);
        viewer.must(Right.RECORD_ATTENDANCE, today.duty().unit());
        return today;
    }

    /** Those people as this duty's gate shows them. The caller opened the duty before. */
    @Transactional(readOnly = true)
    public Map<PersonId, Guest> guests(UUID duty, Collection<PersonId> persons) {
        Map<PersonId, Guest> found = new HashMap<>();
        rows.guests(duty, persons.stream().map(PersonId::value).toList()).forEach(g -> found.put(g.person(), g));
        return found;
    }

    /** A fact of that duty. */
    @Transactional(readOnly = true)
    public Optional<Fact> find(Viewer viewer, UUID duty, UUID fact) {
        get(viewer, duty);
        return Optional.ofNullable(facts.byId(List.of(fact)).get(fact))
                .filter(f -> f.duty().equals(duty));
    }

    /** What was seen of the one whose claim it is, for those who decide about it. */
    @Transactional(readOnly = true)
    public List<DutyBook.Line> lines(Viewer viewer, Claim claim) {
        viewer.must(Right.VERIFY_HOURS, claim.duty().unit());
        return rows.lines(claim.duty().id(), claim.person());
    }

    /** For those who verify, correct, or see all hours in the duty's unit. Looking is recorded. */
    @Transactional
    public DutyBook book(Viewer viewer, UUID id) {
        viewer.signedIn();
        GateDuty today = rows.find(id).orElseThrow(Refusal::notFound);
        String unit = today.duty().unit();
        if (!viewer.may(Right.VERIFY_HOURS, unit)) {
            viewer.must(Right.SEE_ALL_HOURS, unit);
        }
        audit.record(viewer, "attendance.read-duty", "duty", id);
        return new DutyBook(today.duty(), rows.lines(id, null), claims.ofDuty(id), ledger.ofDuty(id));
    }
}
