package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.attendance.FactOutcome.State;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;

/** What is taken into the book, as a pure rule. */
class SituationTest {
    private static final Instant START = Instant.parse("2026-03-31T19:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(3));
    private static final Duration EARLY = Duration.ofMinutes(60);
    private static final PersonId PERSON = new PersonId(Ids.next());

    private static Duties.Duty duty(boolean walkIns, @Nullable Instant cancelledAt) {
        return new Duties.Duty(
                Ids.next(),
                "shift",
                new LocalizedText("دورية", "Patrol"),
                "u",
                "prevention",
                "p",
                "al_ain",
                START,
                END,
                Time.PROGRAMME_ZONE,
                walkIns,
                cancelledAt);
    }

    private static Situation expected(Seen seen) {
        return new Situation(duty(false, null), true, false, seen);
    }

    private static String reason(Situation s, FactKind kind, Instant at, Instant now) {
        FactOutcome o = s.judge(NewFact.of(Ids.next(), s.duty().id(), PERSON, kind, at, "tap"), PERSON, now, EARLY);
        return o.state() == State.RECORDED ? "" : o.reason();
    }

    private static Seen seen(FactKind kind, Instant at) {
        return Seen.NOTHING.with(Ids.next(), kind, at);
    }

    @Test
    void check_in_opens_at_the_minute_the_policy_says_and_not_a_second_before() {
        Instant opens = START.minus(EARLY);
        assertThat(reason(expected(Seen.NOTHING), FactKind.IN, opens, opens)).isEmpty();
        assertThat(reason(expected(Seen.NOTHING), FactKind.IN, opens.minusSeconds(1), opens))
                .isEqualTo("too-early");
    }

    @Test
    void a_phone_may_be_two_minutes_ahead_and_send_until_twelve_hours_after() {
        assertThat(reason(expected(Seen.NOTHING), FactKind.IN, START.plusSeconds(120), START))
                .isEmpty();
        assertThat(reason(expected(Seen.NOTHING), FactKind.IN, START.plusSeconds(121), START))
                .isEqualTo("in-the-future");
        Instant last = END.plus(Duration.ofHours(12));
        assertThat(reason(expected(seen(FactKind.IN, START)), FactKind.OUT, last, last))
                .isEmpty();
        assertThat(reason(expected(seen(FactKind.IN, START)), FactKind.OUT, last.plusSeconds(1), last.plusSeconds(1)))
                .isEqualTo("too-late");
    }

    @Test
    void nobody_is_absent_before_the_duty_began_nor_while_they_are_in() {
        assertThat(reason(expected(Seen.NOTHING), FactKind.ABSENT, START.minusSeconds(1), START))
                .isEqualTo("not-begun");
        assertThat(reason(expected(Seen.NOTHING), FactKind.ABSENT, START, START))
                .isEmpty();
        assertThat(reason(expected(seen(FactKind.IN, START)), FactKind.ABSENT, START.plusSeconds(60), END))
                .isEqualTo("is-in");
        Situation uninvited = new Situation(duty(true, null), false, false, Seen.NOTHING);
        assertThat(reason(uninvited, FactKind.ABSENT, START, START)).isEqualTo("not-expected");
    }

    @Test
    void whoever_was_marked_absent_may_still_come() {
        assertThat(reason(expected(seen(FactKind.ABSENT, START)), FactKind.IN, START.plusSeconds(600), END))
                .isEmpty();
        assertThat(reason(expected(seen(FactKind.ABSENT, START)), FactKind.ABSENT, START.plusSeconds(600), END))
                .isEqualTo("already-absent");
    }

    @Test
    void nothing_is_taken_for_a_cancelled_duty_or_for_decided_hours() {
        for (FactKind kind : List.of(FactKind.IN, FactKind.OUT, FactKind.ABSENT)) {
            assertThat(reason(new Situation(duty(true, START), true, false, Seen.NOTHING), kind, START, START))
                    .isEqualTo("cancelled");
            assertThat(reason(new Situation(duty(true, null), true, true, Seen.NOTHING), kind, START, START))
                    .isEqualTo("decided");
        }
        NewFact undo = NewFact.undo(Ids.next(), Ids.next(), Ids.next(), START);
        assertThat(new Situation(duty(false, null), true, true, Seen.NOTHING)
                        .judgeVoid(undo, PERSON, Ids.next())
                        .reason())
                .isEqualTo("decided");
    }

    @Test
    void only_a_duty_that_takes_walk_ins_offers_it() {
        assertThat(reason(new Situation(duty(true, null), false, false, Seen.NOTHING), FactKind.IN, START, START))
                .isEqualTo("walk-in-possible");
        assertThat(reason(new Situation(duty(false, null), false, false, Seen.NOTHING), FactKind.IN, START, START))
                .isEqualTo("not-expected");
    }

    @Test
    void in_whatever_order_facts_arrived_the_same_ones_stand_the_same() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            List<Seen.One> facts = new ArrayList<>();
            for (int n = random.nextInt(7); n > 0; n--) {
                FactKind kind =
                        List.of(FactKind.IN, FactKind.OUT, FactKind.ABSENT).get(random.nextInt(3));
                facts.add(new Seen.One(UUID.randomUUID(), kind, START.plusSeconds(random.nextInt(20) * 60L)));
            }
            Seen one = new Seen(facts);
            Collections.shuffle(facts, random);
            Seen other = new Seen(facts);
            assertThat(other).isEqualTo(one);
            boolean in = false;
            for (Seen.One f : one.facts()) {
                Instant lastOut = one.last(FactKind.OUT).map(Seen.One::at).orElse(Instant.MIN);
                in |= f.kind() == FactKind.IN && f.at().isAfter(lastOut);
            }
            assertThat(one.isIn()).isEqualTo(in);
        }
    }

    @Test
    void a_repeat_names_what_was_seen_first_and_never_hides_news() {
        Seen in = seen(FactKind.IN, START);
        assertThat(in.repeatedBy(FactKind.IN, START.plusSeconds(1))
                        .orElseThrow()
                        .at())
                .isEqualTo(START);
        assertThat(in.repeatedBy(FactKind.IN, START.minusSeconds(1)))
                .as("earlier")
                .isEmpty();
        assertThat(in.repeatedBy(FactKind.OUT, START.plusSeconds(1))).isEmpty();
        Seen left = in.with(Ids.next(), FactKind.OUT, START.plusSeconds(600));
        assertThat(left.repeatedBy(FactKind.OUT, START.plusSeconds(700))).isPresent();
        assertThat(left.repeatedBy(FactKind.IN, START.plusSeconds(700)))
                .as("came back")
                .isEmpty();
    }
}
