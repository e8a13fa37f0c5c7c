package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Typed;

/** Local times over clock changes, and zones by one name for Java and for the database. */
class ShiftTimesTest {
    private static final List<NewRole> ROLES = List.of(new NewRole(new LocalizedText("مرشد", "Usher"), 1, 5));

    private static Shift shift(String from, String to, String zone) {
        ZoneId z = ZoneId.of(zone);
        return new Shift(
                new UUID(1, 1),
                new UUID(1, 2),
                LocalDateTime.parse(from).atZone(z).toInstant(),
                LocalDateTime.parse(to).atZone(z).toInstant(),
                z,
                "p",
                List.of(),
                18,
                false,
                false,
                null,
                "published",
                "",
                0);
    }

    @ParameterizedTest
    @CsvSource({
        // the clocks go forward on 29 March 2026 at 1:00 and back on 25 October at 2:00
        "2026-03-22T22:00, 2026-03-23T06:00, 2026-03-29T22:00, 2026-03-30T06:00",
        "2026-03-21T22:00, 2026-03-22T06:00, 2026-03-28T22:00, 2026-03-29T06:00",
        "2026-10-17T22:00, 2026-10-18T06:00, 2026-10-24T22:00, 2026-10-25T06:00"
    })
    void a_copy_keeps_the_local_times_over_a_clock_change(String from, String to, String nextFrom, String nextTo) {
        NewShift copy = shift(from, to, "Europe/London").later(ROLES, 1);
        assertThat(LocalDateTime.ofInstant(copy.startsAt(), copy.zone())).isEqualTo(LocalDateTime.parse(nextFrom));
        assertThat(LocalDateTime.ofInstant(copy.endsAt(), copy.zone())).isEqualTo(LocalDateTime.parse(nextTo));
    }

    @Test
    void a_copy_into_the_hour_that_the_clock_skips_still_begins_before_it_ends() {
        NewShift copy =
                shift("2026-03-22T01:30", "2026-03-22T02:00", "Europe/London").later(ROLES, 1);
        assertThat(Duration.between(copy.startsAt(), copy.endsAt())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void a_copy_over_the_end_of_a_month_and_a_year_is_seven_days_later() {
        NewShift copy =
                shift("2026-12-28T22:00", "2026-12-29T02:00", "Asia/Dubai").later(ROLES, 1);
        assertThat(copy.startsAt()).isEqualTo(Instant.parse("2027-01-04T18:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "+04:00, Etc/GMT-4",
        "UTC+04:00, Etc/GMT-4",
        "GMT-3, Etc/GMT+3",
        "Z, UTC",
        "UTC, UTC",
        "Asia/Dubai, Asia/Dubai",
        "Europe/London, Europe/London",
        "+05:30, +05:30"
    })
    void an_offset_gets_the_name_that_means_the_same_to_the_database(String typed, String kept) {
        Shift s = shift("2026-05-24T16:00", "2026-05-24T18:00", "Asia/Dubai");
        NewShift made = new NewShift(
                null, s.startsAt(), s.endsAt(), ZoneId.of(typed), null, List.of(), 18, false, false, null, ROLES);
        assertThat(made.zone().getId()).isEqualTo(kept);
        assertThat(made.zone().getRules().getOffset(s.startsAt()))
                .isEqualTo(ZoneId.of(typed).getRules().getOffset(s.startsAt()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-05-24T16:00, 2026-05-24T12:00:00Z",
                "2026-05-24 16:00, 2026-05-24T12:00:00Z",
                "2026-05-24T16:00:30, 2026-05-24T12:00:30Z",
                "2026-05-24T12:00:00Z, 2026-05-24T12:00:00Z",
                "2026-05-24T12:00:00+02:00, 2026-05-24T10:00:00Z",
                "2026-02-29T16:00, -",
                "2026-05-24, -",
                "24/05/2026 16:00, -",
                "9999-05-24T16:00, -",
                "'', -"
            })
    void a_typed_time_is_local_unless_it_says_otherwise(String typed, @Nullable String instant) {
        assertThat(Typed.instant(typed, ZoneId.of("Asia/Dubai")))
                .isEqualTo(instant == null ? null : Instant.parse(instant));
    }
}
