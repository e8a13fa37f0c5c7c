package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CreditTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(4));
    private static final Credit.Terms TERMS = new Credit.Terms(480, 1, 60);

    private static int minutes(Instant in, Instant out) {
        return Credit.of(START, END, in, out, TERMS).map(Credit::minutes).orElse(0);
    }

    @Test
    void from_check_in_to_check_out() {
        assertThat(minutes(START.plusSeconds(600), END.minusSeconds(600))).isEqualTo(220);
    }

    @Test
    void minutes_before_the_start_are_not_credited() {
        assertThat(minutes(START.minusSeconds(1800), END)).isEqualTo(240);
        assertThat(minutes(START.minusSeconds(1800), START.minusSeconds(60))).isZero();
    }

    @Test
    void a_late_check_out_is_credited_as_far_as_the_policy_goes() {
        assertThat(minutes(START, END.plusSeconds(1800))).isEqualTo(270);
        assertThat(minutes(START, END.plusSeconds(7200))).isEqualTo(300);
    }

    @Test
    void a_forgotten_check_out_credits_the_planned_end_and_at_most_the_policy() {
        assertThat(Credit.of(START, END, START.plusSeconds(3600), null, TERMS))
                .hasValueSatisfying(c -> assertThat(c.minutes()).isEqualTo(180))
                .hasValueSatisfying(c -> assertThat(c.forgotten()).isTrue());
        Credit.Terms strict = new Credit.Terms(90, 1, 60);
        assertThat(Credit.of(START, END, START, null, strict).map(Credit::minutes))
                .contains(90);
        assertThat(Credit.of(START, END, END.plusSeconds(60), null, TERMS)).isEmpty();
    }

    @Test
    void rounding_is_to_the_nearest_and_never_adds_to_a_forgotten_check_out() {
        Credit.Terms quarter = new Credit.Terms(480, 15, 60);
        assertThat(Credit.of(START, END, START, START.plusSeconds(52 * 60), quarter)
                        .map(Credit::minutes))
                .contains(45);
        assertThat(Credit.of(START, END, START, START.plusSeconds(53 * 60), quarter)
                        .map(Credit::minutes))
                .contains(60);
        Instant oddEnd = START.plusSeconds(53 * 60);
        assertThat(Credit.of(START, oddEnd, START, null, quarter).map(Credit::minutes))
                .contains(53);
    }

    @Test
    void whatever_happens_credit_is_never_negative_nor_more_than_was_there_or_planned() {
        Random random = new Random(20261123);
        for (int i = 0; i < 50_000; i++) {
            Instant end = START.plusSeconds(random.nextInt(60, 14 * 3600));
            Instant in = START.plusSeconds(random.nextInt(-4000, 60_000));
            Instant out = random.nextBoolean() ? null : in.plusSeconds(random.nextInt(0, 60_000));
            Credit.Terms terms =
                    new Credit.Terms(random.nextInt(1, 900), random.nextInt(1, 31), random.nextInt(0, 120));
            Optional<Credit> credit = Credit.of(START, end, in, out, terms);
            if (credit.isEmpty()) {
                continue;
            }
            Credit c = credit.get();
            long planned = Duration.between(in.isAfter(START) ? in : START, end).toMinutes();
            assertThat(c.minutes()).isPositive();
            assertThat(c.from()).isAfterOrEqualTo(START).isAfterOrEqualTo(in);
            assertThat(c.to()).isAfter(c.from());
            if (out == null) {
                assertThat((long) c.minutes()).isLessThanOrEqualTo(planned);
                assertThat(c.minutes()).isLessThanOrEqualTo(terms.forgottenMaximum());
            } else {
                assertThat(c.to()).isBeforeOrEqualTo(out);
                assertThat((long) c.minutes()).isLessThanOrEqualTo(planned + terms.lateMaximum() + terms.rounding());
            }
        }
    }
}
