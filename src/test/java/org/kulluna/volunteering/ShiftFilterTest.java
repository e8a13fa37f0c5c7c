package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.Time;

/** The chips of the list: which days each means, on whatever day it is tapped. */
class ShiftFilterTest {
    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, Time.PROGRAMME_ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        // today, chip, first day, the day after the last: 2026-05-24 is a Sunday
        "2026-05-24, today, 2026-05-24, 2026-05-25",
        "2026-05-31, tomorrow, 2026-06-01, 2026-06-02",
        "2026-12-31, tomorrow, 2027-01-01, 2027-01-02",
        "2028-02-28, tomorrow, 2028-02-29, 2028-03-01",
        "2026-05-25, weekend, 2026-05-30, 2026-06-01",
        "2026-05-29, weekend, 2026-05-30, 2026-06-01",
        "2026-05-30, weekend, 2026-05-30, 2026-06-01",
        "2026-05-31, weekend, 2026-05-30, 2026-06-01",
        "2026-05-24, week, 2026-05-24, 2026-05-31",
        "2026-05-24, 2026-07-01, 2026-07-01, 2026-07-02"
    })
    void a_chip_means_whole_days_of_the_programme(LocalDate today, String chip, LocalDate from, LocalDate before) {
        ShiftFilter f = ShiftFilter.onDay(true, chip, "", "", today);
        assertThat(day(f.from())).isEqualTo(from);
        assertThat(day(f.to())).isEqualTo(before);
        assertThat(f.from()).isEqualTo(from.atStartOfDay(Time.PROGRAMME_ZONE).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "2026-02-30", "0001-01-01", "99999-01-01", "2026-5-1", "\u0000"})
    void anything_else_means_every_day(String chip) {
        ShiftFilter f = ShiftFilter.onDay(null, chip, "p", "prevention", LocalDate.of(2026, 5, 24));
        assertThat(f).isEqualTo(new ShiftFilter(null, null, null, "", "p", "prevention"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "5",
                "5.",
                ".5",
                "5.x",
                "-",
                "99999999999999999999.018f0000-0000-7000-8000-000000000000",
                "9223372036854775807.018f0000-0000-7000-8000-000000000000",
                "-9223372036854775808.018f0000-0000-7000-8000-000000000000",
                "\u0000"
            })
    void a_cursor_that_is_none_begins_anew(String typed) {
        assertThat(Cursor.parse(typed)).isNull();
    }

    @Test
    void a_cursor_reads_what_it_wrote() {
        Cursor cursor = new Cursor(1_779_000_000L, java.util.UUID.fromString("018f0000-0000-7000-8000-000000000000"));
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
        assertThat(Cursor.parse(null)).isNull();
    }
}
