package org.kulluna.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Notices;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a second person decides about hours: never the member, never who checked them in or out. */
@Component
class ClaimDesk {
    static final int PAGE = 50;
    static final int MOST = 1000;

    private final ClaimRows rows;
    private final LedgerRows ledger;
    private final Claims claims;
    private final Told told;
    private final Clock clock;

    ClaimDesk(ClaimRows rows, LedgerRows ledger, Claims claims, Told told, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.claims = claims;
        this.told = told;
        this.clock = clock;
    }

    /** What follows a decision: its trace, the news to the person, the event. */
    @Component
    record Told(Audit audit, Notices notices, ApplicationEventPublisher events) {}

    @Transactional(readOnly = true)
    public Page<Claim> list(Viewer viewer, ClaimFilter filter) {
        viewer.must(Right.VERIFY_HOURS);
        return Page.of(rows.list(viewer, filter, PAGE + 1), PAGE, ClaimFilter::cursor);
    }

    @Transactional(readOnly = true)
    public List<WaitingDuty> listWaiting(Viewer viewer, String unit) {
        viewer.must(Right.VERIFY_HOURS);
        return rows.waiting(viewer, unit, 20);
    }

    /** The claim as it stands, its anomalies looked for afresh. Looking is recorded. */
    @Transactional
    public Claim open(Viewer viewer, UUID id) {
        viewer.must(Right.VERIFY_HOURS);
        Claim claim = rows.find(viewer, Right.VERIFY_HOURS, id).orElseThrow(Refusal::notFound);
        if (claim.isOpen()) {
            claims.flag(List.of(claim.person().value()), clock.instant());
            claim = rows.find(viewer, Right.VERIFY_HOURS, id).orElseThrow(Refusal::notFound);
        }
        told.audit().record(viewer, "attendance.read-claim", "claim", id);
        return claim;
    }

    /** Why this viewer cannot verify that claim; empty when they can. */
    @Transactional
    public String obstacle(Viewer viewer, UUID id) {
        return rows.lock(viewer, List.of(id), null).getFirst().obstacle(true);
    }

    /** What verifying the whole duty would do now. */
    @Transactional
    public Verification preview(Viewer viewer, UUID duty) {
        mustVerify(viewer, duty);
        return Verification.of(candidates(viewer, List.of(), duty, clock.instant()), false);
    }

    /**
     * Verifies the claims named, or all open ones of a duty. Flagged ones are left out unless the verifier says that
     * they looked at them. A repeat finds them decided and changes nothing.
     *
     * @throws Refusal NOT_FOUND when the duty or any claim is not the viewer's to see
     */
    @Transactional
    public Verification verify(Viewer viewer, Collection<UUID> ids, @Nullable UUID duty, boolean includeFlagged) {
        viewer.must(Right.VERIFY_HOURS);
        if (duty != null) {
            mustVerify(viewer, duty);
        }
        Instant now = clock.instant();
        List<ClaimRows.Candidate> candidates = candidates(viewer, ids, duty, now);
        Verification result = Verification.of(candidates, includeFlagged);
        Set<UUID> chosen = new HashSet<>(result.verified());
        List<ClaimRows.Candidate> verified =
                candidates.stream().filter(c -> chosen.contains(c.id())).toList();
        if (!verified.isEmpty()) {
            rows.decide(chosen, "verified", viewer.signedIn(), "", now);
            ledger.enter(verified, viewer.signedIn(), now);
            tell(viewer, verified);
        }
        return result;
    }

    private void mustVerify(Viewer viewer, UUID duty) {
        viewer.must(Right.VERIFY_HOURS);
        viewer.must(Right.VERIFY_HOURS, rows.unitOf(duty).orElseThrow(Refusal::notFound));
    }

    private List<ClaimRows.Candidate> candidates(
            Viewer viewer, Collection<UUID> ids, @Nullable UUID duty, Instant now) {
        claims.flag(rows.persons(viewer, ids, duty), now);
        List<ClaimRows.Candidate> candidates = rows.lock(viewer, ids, duty);
        if (candidates.size() < new HashSet<>(ids).size()) {
            throw Refusal.notFound();
        }
        return candidates;
    }

    private void tell(Viewer viewer, List<ClaimRows.Candidate> verified) {
        told.audit()
                .record(
                        viewer,
                        verified.stream()
                                .map(c -> new Audit.Deed("attendance.verify", "claim", c.id().toString(), "state"))
                                .toList());
        for (ClaimRows.Candidate c : verified) {
            told.notices().tell(c.person(), "hours-verified", hours(c.minutes()), "/attendance/hours");
        }
        told.events()
                .publishEvent(new HoursVerified(verified.stream()
                        .map(c -> new HoursVerified.Entry(c.person(), c.duty(), c.minutes()))
                        .toList()));
    }

    /** @param version as shown: a claim that changed meanwhile is looked at again first */
    @Transactional
    public void refuse(Viewer viewer, UUID id, int version, String reason) {
        viewer.must(Right.VERIFY_HOURS);
        Claim claim = rows.find(viewer, Right.VERIFY_HOURS, id).orElseThrow(Refusal::notFound);
        ClaimRows.Candidate candidate = rows.lock(viewer, List.of(id), null).getFirst();
        String obstacle = candidate.obstacle(true);
        if (!obstacle.isEmpty() && !obstacle.equals("nothing")) {
            throw refusal(obstacle);
        }
        if (claim.version() != version) {
            throw Refusal.changedMeanwhile();
        }
        rows.decide(List.of(id), "refused", viewer.signedIn(), reason, clock.instant());
        told.audit().record(viewer, "attendance.refuse-claim", "claim", id, "state", "reason");
        told.notices().tell(candidate.person(), "hours-refused", hours(candidate.minutes()), "/attendance/hours");
    }

    /** The words for why this viewer may not decide. */
    Refusal refusal(String obstacle) {
        return Refusal.conflict("claim-" + obstacle);
    }

    static Map<String, String> hours(int minutes) {
        int whole = Math.abs(minutes);
        return Map.of("hours", "%s%d:%02d".formatted(minutes < 0 ? "-" : "", whole / 60, whole % 60));
    }
}
