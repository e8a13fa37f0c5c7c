package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;

/** What an offering says of itself at an instant. */
class OfferingTest {
    private static final Instant START = Instant.parse("2027-05-10T12:00:00Z");

    private static Offering offering(
            int minimum, int booked, @Nullable Instant opens, @Nullable Instant closes, @Nullable Instant cancelBy) {
        Course c = TrainingGiven.plain("u");
        Course published = new Course(
                c.code(),
                c.title(),
                c.text(),
                c.level(),
                c.unit(),
                c.prerequisites(),
                c.qualification(),
                c.validityMonths(),
                c.recertifyDays(),
                c.attendancePercent(),
                c.assessedBy(),
                c.passMark(),
                c.quizQuestions(),
                c.quizAttempts(),
                c.minimumAge(),
                c.studentsWelcome(),
                "published",
                0);
        var id = Ids.next();
        return new Offering(
                id,
                published,
                "u",
                null,
                OfferingState.OPEN,
                minimum,
                20,
                20,
                booked,
                0,
                false,
                opens,
                closes,
                cancelBy,
                "",
                List.of(TrainingGiven.session(id, START, Duration.ofHours(2), List.of())),
                0);
    }

    @Test
    void registration_opens_at_its_instant_and_is_closed_at_its_instant() {
        Instant opens = START.minus(Duration.ofDays(9));
        Instant closes = START.minus(Duration.ofDays(2));
        Offering o = offering(0, 0, opens, closes, null);
        assertThat(o.shutAt(opens.minusNanos(1))).isEqualTo("offering-not-open-yet");
        assertThat(o.shutAt(opens)).isEmpty();
        assertThat(o.shutAt(closes.minusNanos(1))).isEmpty();
        assertThat(o.shutAt(closes)).isEqualTo("registration-closed");
        assertThat(o.shutAt(START)).isEqualTo("offering-started");
        assertThat(offering(0, 0, null, null, null).shutAt(START.minusNanos(1))).isEmpty();
    }

    @Test
    void a_place_is_given_back_before_its_instant_and_never_once_the_course_began() {
        Instant until = START.minus(Duration.ofDays(1));
        Offering o = offering(0, 0, null, null, until);
        assertThat(o.mayGiveBack(until.minusNanos(1))).isTrue();
        assertThat(o.mayGiveBack(until)).isFalse();
        Offering open = offering(0, 0, null, null, null);
        assertThat(open.mayGiveBack(START.minusNanos(1))).isTrue();
        assertThat(open.mayGiveBack(START)).isFalse();
    }

    @Test
    void too_few_are_said_in_the_week_before_registration_closes_and_not_before_or_behind() {
        Instant closes = START.minus(Duration.ofDays(2));
        Offering few = offering(5, 4, null, closes, null);
        assertThat(few.isShort(closes.minus(Duration.ofDays(7)))).isFalse();
        assertThat(few.isShort(closes.minus(Duration.ofDays(7)).plusSeconds(1))).isTrue();
        assertThat(few.isShort(START.minusSeconds(1))).isTrue();
        assertThat(few.isShort(START)).isFalse();
        assertThat(offering(5, 5, null, closes, null).isShort(closes)).isFalse();
        Offering undated = offering(5, 0, null, null, null);
        assertThat(undated.isShort(START.minus(Duration.ofDays(8)))).isFalse();
        assertThat(undated.isShort(START.minus(Duration.ofDays(6)))).isTrue();
    }
}
