package org.kulluna.demo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one person's duty went, minute by minute, and what became of the hours. */
final class Turnout {
    enum Way {
        FULL,
        LATE,
        LEFT_EARLY,
        FORGOT_OUT,
        ABSENT,
        STILL_IN
    }

    enum Fate {
        VERIFIED,
        REFUSED,
        OPEN,
        NONE
    }

    /** A forgotten check-out is credited to the planned end, and at most this (the policy's default). */
    private static final int FORGOTTEN_AT_MOST = 480;

    final Way way;
    final Fate fate;
    /** A check-in by mistake came first and was taken back. */
    final boolean mistaken;

    private final Instant startsAt;
    private final Instant endsAt;
    private Instant in;
    private @Nullable Instant out;
    private int correction;

    private Turnout(Way way, Fate fate, boolean mistaken, Instant startsAt, Instant endsAt, Dice dice) {
        this.way = way;
        this.fate = fate;
        this.mistaken = mistaken;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.in = startsAt;
        draw(dice);
    }

    /** @param open the share of hours nobody has verified yet */
    static Turnout after(Instant startsAt, Instant endsAt, double open, Dice dice) {
        double w = dice.share();
        Way way = w < 0.07
                ? Way.ABSENT
                : w < 0.12 ? Way.LATE : w < 0.155 ? Way.LEFT_EARLY : w < 0.185 ? Way.FORGOT_OUT : Way.FULL;
        double f = dice.share();
        Fate fate =
                way == Way.ABSENT ? Fate.NONE : f < open ? Fate.OPEN : f < open + 0.012 ? Fate.REFUSED : Fate.VERIFIED;
        Turnout turnout = new Turnout(way, fate, dice.chance(0.008), startsAt, endsAt, dice);
        if (fate == Fate.VERIFIED && dice.chance(0.006) && turnout.credited() > 90) {
            turnout.correction = -dice.between(10, 45);
        }
        return turnout;
    }

    /** Came to a duty that has not ended. */
    static Turnout during(Instant startsAt, Instant endsAt, Dice dice) {
        return new Turnout(Way.STILL_IN, Fate.NONE, false, startsAt, endsAt, dice);
    }

    private void draw(Dice dice) {
        long planned = Duration.between(startsAt, endsAt).toMinutes();
        in = startsAt.plusSeconds(60L * (way == Way.LATE ? dice.between(13, 45) : dice.around(-5, 8, -35, 12)));
        int early =
                way == Way.LEFT_EARLY ? dice.between(20, (int) Math.min(90, planned / 2)) : dice.around(3, 6, -9, 16);
        out = way == Way.FULL || way == Way.LATE || way == Way.LEFT_EARLY ? endsAt.minusSeconds(60L * early) : null;
    }

    /** The minutes of coming and going drawn once more, from the same chances. */
    void drawAgain(Dice dice) {
        draw(dice);
    }

    /** Coming and going. */
    record Minutes(Instant in, @Nullable Instant out) {}

    Minutes minutes() {
        return new Minutes(in, out);
    }

    void keep(Minutes before) {
        in = before.in();
        out = before.out();
    }

    /** A time of its own for each way: only these may be drawn again to come near a total. */
    boolean isTimed() {
        return fate == Fate.VERIFIED && out != null;
    }

    boolean isVerified() {
        return fate == Fate.VERIFIED;
    }

    Instant in() {
        return in;
    }

    @Nullable
    Instant out() {
        return out;
    }

    int correction() {
        return correction;
    }

    Instant creditedFrom() {
        return in.isBefore(startsAt) ? startsAt : in;
    }

    Instant creditedTo() {
        Instant most = creditedFrom().plusSeconds(60L * FORGOTTEN_AT_MOST);
        return out != null ? out : endsAt.isBefore(most) ? endsAt : most;
    }

    /** From the later of start and check-in to the check-out; forgotten: to the planned end. */
    int credited() {
        return (int) Duration.between(creditedFrom(), creditedTo()).toMinutes();
    }

    int ledgerMinutes() {
        return credited() + correction;
    }
}
