package org.kulluna.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kulluna.demo.DemoShift.SignUp;

/** Fills a shift that is over: who took a seat, who gave it back, who waited in vain, and how it went for each. */
final class PastShifts {
    private final Crowd crowd;
    private final Dice dice;

    PastShifts(Crowd crowd, Dice dice) {
        this.crowd = crowd;
        this.dice = dice;
    }

    /** @param open the share of hours nobody has verified; {@code first} take part before anybody else, if they may */
    void fill(DemoShift shift, double open, List<DemoMember> first) {
        for (DemoMember m : first) {
            Instant at = moment(shift);
            if (Crowd.may(m, shift, at)) {
                seat(shift, shift.roles.getFirst(), m, at, open);
            }
        }
        boolean popular = dice.chance(0.12);
        for (DemoShift.Seats role : shift.roles) {
            double share = popular ? 1 : 0.5 + 0.5 * dice.share();
            int wanted = Math.max(role.minimum(), (int) Math.round(role.maximum() * share));
            for (int i = shift.booked(role); i < wanted; i++) {
                Instant at = moment(shift);
                crowd.draw(shift, at, dice).ifPresent(m -> seat(shift, role, m, at, open));
            }
        }
        others(shift, "left", dice.chance(0.35) ? dice.between(1, 3) : 0);
        if (popular && shift.roles.stream().allMatch(r -> shift.booked(r) == r.maximum())) {
            others(shift, "waiting", dice.between(1, 4));
        }
    }

    private void seat(DemoShift shift, DemoShift.Seats role, DemoMember m, Instant at, double open) {
        Turnout turnout = Turnout.after(shift.startsAt, shift.endsAt, open, dice);
        shift.signUps.add(new SignUp(m, role, "booked", at, turnout));
        m.bind(shift.startsAt, shift.endsAt, shift.id);
    }

    private void others(DemoShift shift, String state, int count) {
        for (int i = 0; i < count; i++) {
            Instant at = moment(shift);
            crowd.draw(shift, at, dice)
                    .ifPresent(m -> shift.signUps.add(new SignUp(m, dice.pick(shift.roles), state, at, null)));
        }
    }

    /** Some time between the announcement and two hours before the start. */
    private Instant moment(DemoShift shift) {
        Instant from = shift.need.publishedAt().plusSeconds(600);
        long span = Math.max(
                60, Duration.between(from, shift.startsAt.minusSeconds(7200)).toSeconds());
        return from.plusSeconds((long) (span * dice.share()));
    }
}
