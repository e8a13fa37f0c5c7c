package org.kulluna.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What waits in the inboxes of the demo accounts. */
final class Tidings {
    private final Tables tables;
    private final Officers officers;
    private final Instant now;
    private final Dice dice;

    Tidings(Tables tables, Officers officers, Instant now, Dice dice) {
        this.tables = tables;
        this.officers = officers;
        this.now = now;
        this.dice = dice;
    }

    void write(List<DemoShift> shifts, DemoMember member, DemoMember student) {
        tell(member.id(), "demo-welcome", "/membership/pass", 60 * 24 * 30, true);
        tell(member.id(), "demo-hours-verified", "/attendance/hours", 60 * 24 * 3, true);
        tell(student.id(), "demo-welcome", "/membership/pass", 60 * 24 * 9, false);
        next(shifts, member);
        next(shifts, student);
        tell(officers.person("coordinator"), "demo-claims-waiting", "/attendance/claims", 95, false);
        tell(officers.person("leader"), "demo-gate-open", "/attendance/gate", 70, false);
        tell(officers.person("membership"), "demo-applications-waiting", "/membership/applications", 180, false);
        tell(officers.person("vetting"), "demo-vetting-waiting", "/membership/vetting", 150, false);
    }

    private void next(List<DemoShift> shifts, DemoMember m) {
        shifts.stream()
                .filter(s -> s.startsAt.isAfter(now))
                .filter(s -> s.signUps.stream()
                        .anyMatch(u -> u.member() == m && u.state().equals("booked")))
                .min(java.util.Comparator.comparing(s -> s.startsAt))
                .ifPresent(s -> tell(m.id(), "demo-seat-yours", "/volunteering/shifts/" + s.id, 240, false));
    }

    private void tell(UUID person, String key, String link, int minutesAgo, boolean read) {
        Instant at = now.minus(minutesAgo, ChronoUnit.MINUTES);
        tables.notice.row(dice.id(at), person, key, "{}", link, at, read ? at.plusSeconds(1800) : null);
    }
}
