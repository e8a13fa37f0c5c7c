package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.eligibility.Candidate.Span;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.LocalizedText;

/** The edges of the window in which a course may be taken anew, and from when the new award holds. */
class RecertificationTest {
    private static Course course(Integer months, int window) {
        LocalizedText none = new LocalizedText("", "");
        return new Course(
                "c",
                none,
                none,
                "specialised",
                "u",
                List.of(),
                "first_aid",
                months,
                window,
                80,
                "none",
                null,
                10,
                3,
                18,
                false,
                "published",
                0);
    }

    private static List<Span> until(LocalDate end) {
        return List.of(new Span(LocalDate.of(2020, 1, 1), end));
    }

    /** Columns: the last day held, the window in days, the day of the course, whether it may be taken, the new first day. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-31, 60, 2027-01-29, false, 2027-01-29",
        "2027-03-31, 60, 2027-01-30, true,  2027-04-01",
        "2027-03-31, 60, 2027-03-31, true,  2027-04-01",
        "2027-03-31, 60, 2027-04-01, true,  2027-04-01",
        "2027-03-31, 60, 2027-06-15, true,  2027-06-15",
        "2028-02-29, 30, 2028-01-29, false, 2028-01-29",
        "2028-02-29, 30, 2028-01-30, true,  2028-03-01",
        "2028-03-01, 1,  2028-02-28, false, 2028-02-28",
        "2028-03-01, 1,  2028-02-29, true,  2028-03-02",
        "2027-12-31, 0,  2027-12-30, false, 2027-12-30",
        "2027-12-31, 0,  2027-12-31, true,  2028-01-01"
    })
    void the_window_opens_so_many_days_before_the_end_and_the_new_one_begins_the_day_after(
            LocalDate end, int window, LocalDate day, boolean may, LocalDate begins) {
        Course c = course(24, window);
        assertThat(Recertification.tooEarly(c, day, until(end)).isEmpty()).isEqualTo(may);
        assertThat(Recertification.begins(c, day, until(end))).isEqualTo(begins);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-04-01, 24, 2029-03-31",
        "2028-02-29, 12, 2029-02-27",
        "2026-03-01, 24, 2028-02-29",
        "2027-08-31, 6, 2028-02-28",
        "2027-01-31, 1, 2027-02-27",
        "2027-12-15, 1, 2028-01-14"
    })
    void a_length_in_months_minds_leap_days_and_short_months(LocalDate from, int months, LocalDate last) {
        assertThat(Recertification.ends(course(months, 60), from)).isEqualTo(last);
        assertThat(Recertification.ends(course(null, 60), from)).isNull();
    }

    @Test
    void why_not_yet_is_said_with_the_first_day_it_may_be() {
        Reason why = Recertification.tooEarly(
                        course(24, 60), LocalDate.of(2026, 6, 1), until(LocalDate.of(2027, 3, 31)))
                .orElseThrow();
        assertThat(why.key()).isEqualTo("held-until");
        assertThat(why.args())
                .containsEntry("until", "2027-03-31")
                .containsEntry("from", "2027-01-30")
                .containsEntry("qualification", "first_aid");
    }

    @Test
    void what_does_not_end_is_not_taken_again_and_the_latest_end_of_several_counts() {
        LocalDate day = LocalDate.of(2027, 3, 1);
        List<Span> endless = List.of(new Span(day.minusYears(1), null), new Span(day.minusYears(2), day));
        assertThat(Recertification.tooEarly(course(24, 60), day, endless)
                        .orElseThrow()
                        .key())
                .isEqualTo("held");
        assertThat(Recertification.begins(course(24, 60), day, endless)).isEqualTo(day);
        List<Span> renewed =
                List.of(new Span(day.minusYears(2), day.plusDays(5)), new Span(day.plusDays(6), day.plusDays(700)));
        assertThat(Recertification.tooEarly(course(24, 60), day, renewed)).isPresent();
    }

    @Test
    void who_holds_nothing_and_a_course_that_gives_nothing_ask_nothing() {
        LocalDate day = LocalDate.of(2027, 3, 1);
        assertThat(Recertification.tooEarly(course(24, 60), day, List.of())).isEmpty();
        assertThat(Recertification.begins(course(24, 60), day, List.of())).isEqualTo(day);
        Course gives = TrainingGiven.plain("u");
        assertThat(Recertification.tooEarly(gives, day, until(day.plusYears(5))))
                .isEmpty();
    }

    @Test
    void renewed_inside_the_window_no_day_is_lost_and_none_is_held_twice() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            int window = random.nextInt(731);
            Course c = course(1 + random.nextInt(120), window);
            LocalDate end = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3000));
            LocalDate day = end.minusDays(random.nextInt(window + 1));
            LocalDate begins = Recertification.begins(c, day, until(end));
            assertThat(begins).isEqualTo(end.plusDays(1));
            assertThat(Recertification.ends(c, begins)).isAfter(begins);
        }
    }
}
