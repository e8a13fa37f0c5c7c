package org.kulluna.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What waits in the inboxes of the demo accounts. */
final class Tidings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
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
        welcome(member);
        welcome(student);
        verified(shifts, member);
        next(shifts, member);
        next(shifts, student);
        tell(officers.person("coordinator"), "demo-claims-waiting", "/attendance/claims", 95);
        tell(officers.person("leader"), "demo-gate-open", "/attendance/gate", 70);
        tell(officers.person("membership"), "demo-applications-waiting", "/membership/applications", 180);
        tell(officers.person("vetting"), "demo-vetting-waiting", "/membership/vetting", 150);
    }

    private void welcome(DemoMember m) {
        tell(m.id(), "application-accepted", Map.of(), "/membership/pass", m.acceptedAt, true);
    }

    private void verified(List<DemoShift> shifts, DemoMember m) {
        shifts.stream()
                .sorted(Comparator.comparing((DemoShift s) -> s.endsAt).reversed())
                .flatMap(s -> s.signUps.stream())
                .filter(u -> u.member() == m)
                .flatMap(u -> Optional.ofNullable(u.turnout()).stream())
                .filter(Turnout::isVerified)
                .findFirst()
                .ifPresent(t -> {
                    String hours = t.credited() / 60 + ":" + (t.credited() % 60 < 10 ? "0" : "") + t.credited() % 60;
                    Instant at = now.minus(26, ChronoUnit.HOURS);
                    tell(m.id(), "hours-verified", Map.of("hours", hours), "/attendance/hours", at, true);
                });
    }

    private void next(List<DemoShift> shifts, DemoMember m) {
        shifts.stream()
                .filter(s -> s.startsAt.isAfter(now))
                .filter(s -> s.signUps.stream()
                        .anyMatch(u -> u.member() == m && u.state().equals("booked")))
                .min(Comparator.comparing(s -> s.startsAt))
                .ifPresent(s -> {
                    Map<String, String> args = Map.of(
                            "titleAr", s.template().title().ar(),
                            "titleEn", s.template().title().en(),
                            "at", s.startsAt.toString());
                    Instant at = now.minus(240, ChronoUnit.MINUTES);
                    tell(m.id(), "seat-taken", args, "/volunteering/shifts/" + s.id, at, false);
                });
    }

    private void tell(UUID person, String key, String link, int minutesAgo) {
        tell(person, key, Map.of(), link, now.minus(minutesAgo, ChronoUnit.MINUTES), false);
    }

    private void tell(UUID person, String key, Map<String, String> args, String link, Instant at, boolean read) {
        Instant seen = read ? at.plusSeconds(1800) : null;
        tables.notice.row(dice.id(at), person, key, JSON.writeValueAsString(args), link, at, seen);
    }
}
