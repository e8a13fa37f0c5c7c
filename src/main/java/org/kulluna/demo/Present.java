package org.kulluna.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kulluna.demo.DemoShift.SignUp;
import org.kulluna.shared.Time;

/** The living present: shifts of the last six months, running now, later today, tomorrow and in the coming six weeks. */
final class Present {
    private static final int AHEAD = 118;
    private static final int WEEKS = 6;
    private final Organiser organiser;
    private final Templates templates;
    private final PastShifts past;
    private final Crowd crowd;
    private final Officers officers;
    private final Instant now;
    private final LocalDate today;
    private final Dice dice;
    private final List<DemoShift> shifts = new ArrayList<>();

    Present(
            Organiser organiser,
            Templates templates,
            PastShifts past,
            Crowd crowd,
            Officers officers,
            Instant now,
            Dice dice) {
        this.organiser = organiser;
        this.templates = templates;
        this.past = past;
        this.crowd = crowd;
        this.officers = officers;
        this.now = now;
        this.today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        this.dice = dice;
    }

    /** @param member the demo account's person; {@code student} likewise */
    List<DemoShift> draw(DemoMember member, DemoMember student) {
        lastMonths(member);
        running();
        tomorrow(member);
        full();
        nobody();
        forStudents(student);
        laterToday();
        for (int i = 0; i < AHEAD; i++) {
            ahead(1 + i * WEEKS * 7 / AHEAD);
        }
        return shifts;
    }

    /** About ten a month, more of them of late, whose hours wait to be verified. */
    private void lastMonths(DemoMember member) {
        for (int i = 0; i < 76; i++) {
            int ago = i < 58 ? dice.between(10, 180) : dice.between(1, 9);
            LocalDate day = today.minusDays(ago);
            Templates.Template t = i % 3 == 0 ? templates.get("neighbourhood-evening-walk") : organiser.templateOn(day);
            Land.Spot spot = organiser.venue(t);
            if (organiser.take(t, spot, day)) {
                DemoShift shift = organiser.onDay(t, spot, day);
                past.fill(shift, ago < 10 ? 0.75 : 0, i % 7 == 1 ? List.of(member) : List.of());
                shifts.add(shift);
            }
        }
    }

    /** Three with people checked in; the first is led by the account {@code leader}. */
    private void running() {
        DemoShift first = start("heritage-village-guides", -70);
        DemoShift led = new DemoShift(
                first.id, first.need, first.startsAt, first.endsAt, true, officers.person("leader"), first.roles);
        for (DemoShift s : List.of(led, start("translation-help-desk", -100), start("mall-fraud-calls-stand", -45))) {
            book(s, 0.9);
            s.signUps.replaceAll(u -> dice.chance(0.7)
                    ? new SignUp(
                            u.member(), u.role(), u.state(), u.createdAt(), Turnout.during(s.startsAt, s.endsAt, dice))
                    : u);
            shifts.add(s);
        }
    }

    private void laterToday() {
        for (String code :
                List.of("community-majlis-hosts", "park-family-patrol", "night-market-walk", "car-park-lock-check")) {
            DemoShift s = start(code, dice.between(100, 300));
            book(s, 0.7);
            shifts.add(s);
        }
    }

    private DemoShift start(String code, int inMinutes) {
        Templates.Template t = templates.get(code);
        ZonedDateTime at = now.plus(inMinutes, ChronoUnit.MINUTES).atZone(Time.PROGRAMME_ZONE);
        Instant quarter = at.truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(at.getMinute() / 15 * 15L)
                .toInstant();
        return organiser.at(t, organiser.venue(t), quarter);
    }

    /** The member's next duty. */
    private void tomorrow(DemoMember member) {
        DemoShift s = day("community-majlis-hosts", member, 1);
        take(s, member, s.roles.getFirst());
        book(s, 0.5);
        shifts.add(s);
    }

    /** Every seat taken, five waiting in order. */
    private void full() {
        for (String code : List.of("neighbourhood-evening-walk", "park-family-patrol")) {
            DemoShift s = day(code, null, dice.between(3, 5));
            book(s, 1);
            for (int i = 0; i < 5; i++) {
                Instant at = now.minus(400 - i * 60L, ChronoUnit.MINUTES);
                crowd.draw(s, at, dice)
                        .ifPresent(m -> s.signUps.add(new SignUp(m, s.roles.getFirst(), "waiting", at, null)));
            }
            shifts.add(s);
        }
    }

    /** Asks for a qualification that nobody holds yet. */
    private void nobody() {
        shifts.add(day("sea-rescue-support", null, 9));
    }

    private void forStudents(DemoMember student) {
        DemoShift next = day("beach-clean-up", null, 4);
        take(next, student, next.roles.getFirst());
        book(next, 0.5);
        shifts.add(next);
        for (String code : List.of("students-against-bullying", "food-bank-sorting", "digital-help-older-people")) {
            DemoShift s = day(code, null, dice.between(5, 20));
            book(s, 0.4);
            shifts.add(s);
        }
    }

    private DemoShift day(String code, @org.jspecify.annotations.Nullable DemoMember near, int days) {
        Templates.Template t = templates.get(code);
        LocalDate day = today.plusDays(days);
        Land.Spot spot = near == null ? organiser.venue(t) : organiser.spot(near.who.home());
        organiser.take(t, spot, day);
        return organiser.onDay(t, spot, day);
    }

    private void ahead(int days) {
        LocalDate day = today.plusDays(days);
        Templates.Template t = organiser.templateOn(day);
        Land.Spot spot = organiser.venue(t);
        if (organiser.take(t, spot, day)) {
            DemoShift s = organiser.onDay(t, spot, day);
            book(s, (days < 10 ? 0.3 : 0.05) + 0.5 * dice.share());
            shifts.add(s);
        }
    }

    /** Books that share of the seats. Whoever signs up does it between the announcement and now. */
    private void book(DemoShift s, double share) {
        for (DemoShift.Seats role : s.roles) {
            int wanted = (int) Math.round(role.maximum() * share);
            for (int i = s.booked(role); i < wanted; i++) {
                Instant at = moment(s);
                crowd.draw(s, at, dice).ifPresent(m -> take(s, m, role, at));
            }
        }
    }

    private void take(DemoShift s, DemoMember m, DemoShift.Seats role) {
        take(s, m, role, moment(s));
    }

    private void take(DemoShift s, DemoMember m, DemoShift.Seats role, Instant at) {
        s.signUps.add(new SignUp(m, role, "booked", at, null));
        m.bind(s.startsAt, s.endsAt, s.id);
    }

    private Instant moment(DemoShift s) {
        Instant to = s.startsAt.isBefore(now) ? s.startsAt.minusSeconds(7200) : now;
        long span = Math.max(60, Duration.between(s.need.publishedAt(), to).toSeconds());
        return s.need.publishedAt().plusSeconds((long) (span * dice.share()));
    }
}
