package org.kulluna.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;
import org.kulluna.shared.Time;

/** Writes what the gate saw, the hours claimed from it, and the ledger entries of what a second person verified. */
final class TurnoutWriter {
    private static final List<String> MEANS = List.of("scan", "scan", "scan", "scan", "tap", "tap", "number");
    private final Tables tables;
    private final Officers officers;
    private final Texts texts;
    private final Instant now;
    private final Dice dice;

    TurnoutWriter(Tables tables, Officers officers, Texts texts, Instant now, Dice dice) {
        this.tables = tables;
        this.officers = officers;
        this.texts = texts;
        this.now = now;
        this.dice = dice;
    }

    void write(DemoShift s, DemoMember m, Turnout t) {
        if (t.way == Turnout.Way.ABSENT) {
            fact(s, m, "absent", null, s.startsAt.plus(dice.between(30, 55), ChronoUnit.MINUTES), "tap");
            return;
        }
        String means = s.walkIns && dice.chance(0.15) ? "walk_in" : dice.pick(MEANS);
        if (t.mistaken) {
            Instant at = t.in().minus(dice.between(4, 12), ChronoUnit.MINUTES);
            UUID wrong = fact(s, m, "in", null, at, "tap");
            fact(s, m, "void", wrong, at.plusSeconds(90), "tap");
        }
        UUID in = fact(s, m, "in", null, t.in(), means);
        Instant left = t.out();
        UUID out = left == null ? null : fact(s, m, "out", null, left, dice.pick(MEANS));
        if (t.fate != Turnout.Fate.NONE) {
            claim(s, m, t, in, out);
        }
    }

    private UUID fact(DemoShift s, DemoMember m, String kind, @Nullable UUID voids, Instant at, String means) {
        Instant recorded = earlier(at.plusSeconds(dice.chance(0.97) ? dice.between(1, 9) : dice.between(60, 2400)));
        UUID id = dice.id(at);
        String device = "gate-" + s.leader.toString().substring(28);
        tables.fact.row(id, s.id, m.id(), kind, voids, at, means, device, s.leader, recorded);
        return id;
    }

    private void claim(DemoShift s, DemoMember m, Turnout t, UUID in, @Nullable UUID out) {
        Instant left = t.out();
        Instant opened = earlier((left == null ? s.endsAt.plus(61, ChronoUnit.MINUTES) : left).plusSeconds(20));
        boolean open = t.fate == Turnout.Fate.OPEN;
        Instant decided = open ? null : earlier(inOfficeHours(opened, dice.between(1, 6)));
        UUID by = open ? null : officers.coordinator(s.template().unit());
        UUID id = dice.id(opened);
        tables.claim.row(
                id,
                s.id,
                m.id(),
                in,
                out,
                t.credited(),
                out == null ? 0 : null,
                0,
                t.creditedFrom(),
                t.creditedTo(),
                List.of(),
                t.fate.name().toLowerCase(java.util.Locale.ROOT),
                opened,
                by,
                decided,
                t.fate == Turnout.Fate.REFUSED
                        ? texts.draw("claim_refused", dice).ar()
                        : "");
        if (t.isVerified() && decided != null) {
            ledger(s, m, t, id, decided);
        }
    }

    private void ledger(DemoShift s, DemoMember m, Turnout t, UUID claim, Instant decided) {
        UUID first = dice.id(decided);
        entry(s, m, first, claim, t.credited(), decided, null, "");
        if (t.correction() != 0) {
            Instant later = earlier(inOfficeHours(decided, dice.between(2, 30)));
            entry(
                    s,
                    m,
                    dice.id(later),
                    claim,
                    t.correction(),
                    later,
                    first,
                    texts.draw("correction", dice).ar());
        }
    }

    private void entry(
            DemoShift s,
            DemoMember m,
            UUID id,
            UUID claim,
            int minutes,
            Instant recorded,
            @Nullable UUID corrects,
            String reason) {
        LocalDate day = s.startsOn();
        tables.ledger.row(
                id,
                claim,
                s.id,
                m.id(),
                minutes,
                day,
                s.template().unit(),
                s.template().pillar(),
                s.need.spot().code(),
                s.need.spot().region(),
                m.who.nationality(),
                Person.ageGroup(m.ageOn(day)),
                m.who.gender(),
                m.who.home(),
                officers.coordinator(s.template().unit()),
                recorded,
                corrects,
                reason);
    }

    private Instant inOfficeHours(Instant after, int days) {
        LocalDate day = LocalDate.ofInstant(after, Time.PROGRAMME_ZONE).plusDays(days);
        return day.atTime(8, 0).atZone(Time.PROGRAMME_ZONE).toInstant().plusSeconds(dice.between(0, 7 * 3600));
    }

    /** Nothing was recorded after now. */
    private Instant earlier(Instant at) {
        return at.isAfter(now) ? now.minus(Duration.ofSeconds(30)) : at;
    }
}
