package org.kulluna.demo;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Time;

/** Writes shifts with their opportunities, seats and sign-ups, and the duty the gate knows; seats to come bind people. */
final class ShiftWriter {
    private final Tables tables;
    private final Officers officers;
    private final TurnoutWriter turnouts;
    private final Instant now;
    private final Dice dice;
    private final Set<UUID> written = new HashSet<>();

    ShiftWriter(Tables tables, Officers officers, TurnoutWriter turnouts, Instant now, Dice dice) {
        this.tables = tables;
        this.officers = officers;
        this.turnouts = turnouts;
        this.now = now;
        this.dice = dice;
    }

    void write(DemoShift s) {
        if (written.add(s.need.id())) {
            opportunity(s.need);
        }
        Templates.Template t = s.template();
        String place = s.need.spot().code();
        tables.shift.row(
                s.id,
                s.need.id(),
                s.startsAt,
                s.endsAt,
                Time.PROGRAMME_ZONE,
                place,
                java.util.List.of(t.qualification()),
                t.minimumAge(),
                t.students(),
                s.walkIns,
                s.leader,
                "published",
                s.need.publishedAt());
        int sort = 0;
        for (DemoShift.Seats r : s.roles) {
            int booked = s.booked(r);
            tables.role.row(r.id(), s.id, r.name().ar(), r.name().en(), r.minimum(), r.maximum(), booked, sort++);
        }
        tables.duty.row(
                s.id,
                "shift",
                t.title().ar(),
                t.title().en(),
                t.unit(),
                t.pillar(),
                place,
                s.need.spot().region(),
                s.startsAt,
                s.endsAt,
                Time.PROGRAMME_ZONE,
                s.startsOn(),
                s.walkIns,
                claimsMadeAt(s));
        s.signUps.forEach(u -> signUp(s, u));
    }

    /** Past the latest check-out the sweep has been there; what ended a moment ago it finds by itself. */
    private @Nullable Instant claimsMadeAt(DemoShift s) {
        Instant swept = s.endsAt.plusSeconds(3660);
        return swept.isBefore(now) ? swept : null;
    }

    private void opportunity(DemoShift.Need n) {
        Templates.Template t = n.template();
        tables.opportunity.row(
                n.id(),
                t.unit(),
                t.title().ar(),
                t.title().en(),
                t.text().ar(),
                t.text().en(),
                t.may().ar(),
                t.may().en(),
                t.mayNot().ar(),
                t.mayNot().en(),
                SearchText.stored(t.title().ar(), t.title().en()),
                t.pillar(),
                n.spot().code(),
                "published",
                officers.coordinator(t.unit()),
                n.publishedAt().minusSeconds(86_400),
                n.publishedAt());
    }

    private void signUp(DemoShift s, DemoShift.SignUp u) {
        Instant changed = u.state().equals("left") ? u.createdAt().plusSeconds(dice.between(600, 5400)) : u.createdAt();
        UUID id = dice.id(u.createdAt());
        tables.signUp.row(id, s.id, u.role().id(), u.member().id(), u.state(), "", u.createdAt(), changed);
        String first = u.state().equals("left") ? "booked" : u.state();
        tables.change.row(id, first, "", u.member().id(), u.createdAt());
        if (!u.state().equals("booked")) {
            if (!first.equals(u.state())) {
                tables.change.row(id, u.state(), "", u.member().id(), changed);
            }
            return;
        }
        tables.expected.row(
                s.id, u.member().id(), u.role().name().ar(), u.role().name().en());
        if (s.endsAt.isAfter(now)) {
            String during = "[" + s.startsAt + "," + s.endsAt + ")";
            tables.commitment.row(dice.id(u.createdAt()), u.member().id(), during, "shift", s.id);
        }
        Turnout turnout = u.turnout();
        if (turnout != null) {
            turnouts.write(s, u.member(), turnout);
        }
    }
}
