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
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a shift leader sees at a gate, and the book of a duty for those who may read it. */
@Component
class Gate {
    /** A duty on the leader's list. {@code came} counts those who left again too. */
    public record Today(Duties.Duty duty, int expected, int inside, int came) {
        public boolean isRunning(Instant now) {
            return !now.isBefore(duty.startsAt()) && now.isBefore(duty.endsAt());
        }

        public boolean isOver(Instant now) {
            return !now.isBefore(duty.endsAt());
        }
    }

    /** Somebody at the gate. {@code publicId} is what their pass code carries. */
    public record Guest(
            PersonId person,
            LocalizedText name,
            @Nullable Long number,
            @Nullable String publicId,
            LocalizedText role,
            boolean student,
            @Nullable Instant inAt,
            @Nullable Instant outAt,
            boolean isIn,
            boolean absent) {
        /** First letters of the first and the last name: stands where a photo will. */
        public String initials(String language) {
            String[] words = name.in(language).strip().split("\\s+");
            if (words[0].isEmpty()) {
                return "–";
            }
            String first = words[0].substring(0, words[0].offsetByCodePoints(0, 1));
            String last = words[words.length - 1];
            return words.length == 1 ? first : first + " " + last.substring(0, last.offsetByCodePoints(0, 1));
        }
    }

    public record View(Today today, List<Guest> people) {}

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
    public List<Today> list(Viewer viewer) {
        viewer.must(Right.RECORD_ATTENDANCE);
        Instant now = clock.instant();
        return rows.duties(viewer, now.minus(Situation.LATE), now.plus(Duration.ofDays(1)), 200);
    }

    @Transactional(readOnly = true)
    public View open(Viewer viewer, UUID duty, String search) {
        return new View(get(viewer, duty), rows.people(duty, "ar", search));
    }

    @Transactional(readOnly = true)
    public View open(Viewer viewer, UUID duty, String language, String search) {
        return new View(get(viewer, duty), rows.people(duty, language, search));
    }

    /** @throws Refusal NOT_FOUND when it is not a duty of a unit where the viewer records attendance */
    @Transactional(readOnly = true)
    public Today get(Viewer viewer, UUID duty) {
        viewer.must(Right.RECORD_ATTENDANCE);
        Today today = rows.find(duty).orElseThrow(Refusal::notFound);
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

    /** For those who verify, correct, or see all hours in the duty's unit. Looking is recorded. */
    @Transactional
    public DutyBook book(Viewer viewer, UUID id) {
        viewer.signedIn();
        Today today = rows.find(id).orElseThrow(Refusal::notFound);
        String unit = today.duty().unit();
        if (!viewer.may(Right.VERIFY_HOURS, unit)) {
            viewer.must(Right.SEE_ALL_HOURS, unit);
        }
        audit.record(viewer, "attendance.read-duty", "duty", id);
        return new DutyBook(today.duty(), rows.lines(id), claims.ofDuty(id), ledger.ofDuty(id));
    }
}
