package org.kulluna.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to verified hours: one's own, other people's, and their corrections. */
@Component
class Ledger {
    static final int PAGE = 30;

    private final LedgerRows rows;
    private final ClaimRows claims;
    private final ClaimDesk.Told told;
    private final Clock clock;

    Ledger(LedgerRows rows, ClaimRows claims, ClaimDesk.Told told, Clock clock) {
        this.rows = rows;
        this.claims = claims;
        this.told = told;
        this.clock = clock;
    }

    /** The viewer's own hours, of merged records too. */
    @Transactional(readOnly = true)
    public Hours mine(Viewer viewer, String after) {
        List<UUID> records = rows.records(viewer.signedIn());
        return hours(
                records, null, after, claims.waitingFor(records, clock.instant().minus(Duration.ofDays(90))));
    }

    /**
     * Somebody else's, as far as the viewer's units go. Looking is recorded.
     *
     * @throws Refusal NOT_FOUND when the person never had a place in those units: not even a name is told
     */
    @Transactional
    public Hours of(Viewer viewer, PersonId person, String after) {
        viewer.must(Right.SEE_ALL_HOURS);
        List<UUID> records = rows.records(person);
        if (records.isEmpty()) {
            throw Refusal.notFound();
        }
        Collection<String> units =
                viewer.mayEverywhere(Right.SEE_ALL_HOURS) ? null : viewer.unitsWith(Right.SEE_ALL_HOURS);
        if (units != null && !rows.isKnownIn(records, units)) {
            throw Refusal.notFound();
        }
        told.audit().record(viewer, "attendance.read-hours", "person", person);
        return hours(records, units, after, List.of());
    }

    private Hours hours(List<UUID> records, @Nullable Collection<String> units, String after, List<Claim> open) {
        List<Hours.Month> months = rows.months(records, units);
        LocalDate began = Hours.halfYear(LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE));
        long halfYear = months.stream()
                .filter(m -> !m.month().isBefore(began) && m.month().isBefore(began.plusMonths(6)))
                .mapToLong(Hours.Month::minutes)
                .sum();
        long ever = months.stream().mapToLong(Hours.Month::minutes).sum();
        List<LedgerEntry> read = rows.list(records, units, HoursAfter.parse(after), PAGE + 1);
        return new Hours(halfYear, began, ever, months, Page.of(read, PAGE, HoursAfter::cursor), open);
    }

    /** All entries of the viewer between two days, for a printed statement. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> statement(Viewer viewer, LocalDate from, LocalDate to) {
        return rows.between(rows.records(viewer.signedIn()), from, to);
    }

    /**
     * Adds a counter-entry: {@code minutes} may be negative, and the claim's total never falls below nothing. Sending
     * the same id with the same content again answers the same.
     *
     * @throws Refusal CONFLICT own-hours, below-nothing or entry-differs
     */
    @Transactional
    public LedgerEntry correct(Viewer viewer, UUID id, UUID claim, int minutes, String reason) {
        viewer.must(Right.CORRECT_HOURS);
        LedgerRows.Account account = rows.lock(claim).orElseThrow(Refusal::notFound);
        viewer.must(Right.CORRECT_HOURS, account.unit());
        LedgerEntry before = rows.find(id).orElse(null);
        if (before != null) {
            return repeated(before, claim, minutes, reason);
        }
        if (rows.records(account.person()).contains(viewer.signedIn().value())) {
            throw Refusal.conflict("own-hours");
        }
        if (minutes == 0 || account.total() + minutes < 0) {
            throw Refusal.conflict(minutes == 0 ? "no-minutes" : "below-nothing");
        }
        // Minutes are given by two: whoever recorded this person's coming or going may take back, not add.
        if (minutes > 0 && rows.hasHandled(viewer.signedIn(), account)) {
            throw Refusal.conflict("correction-needs-another");
        }
        if (account.total() + minutes > Duration.ofDays(1).toMinutes()) {
            throw Refusal.conflict("over-a-day");
        }
        if (!rows.counter(id, account, minutes, reason, viewer.signedIn(), clock.instant())) {
            throw Refusal.conflict("entry-differs");
        }
        told.audit().record(viewer, "attendance.correct", "ledger_entry", id, "minutes", "reason");
        told.notices().tell(account.person(), "hours-corrected", ClaimDesk.hours(minutes), "/attendance/hours");
        told.events().publishEvent(new HoursCorrected(account.person(), account.duty(), minutes));
        return rows.find(id).orElseThrow();
    }

    private static LedgerEntry repeated(LedgerEntry before, UUID claim, int minutes, String reason) {
        if (before.claim().equals(claim)
                && before.isCorrection()
                && before.minutes() == minutes
                && before.reason().equals(reason)) {
            return before;
        }
        throw Refusal.conflict("entry-differs");
    }
}
