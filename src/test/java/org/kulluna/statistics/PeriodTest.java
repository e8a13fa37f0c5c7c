package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Refusal;

class PeriodTest {
    @Test
    void a_half_year_is_written_and_read_back() {
        assertThat(Period.parse("2022-H1")).isEqualTo(new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 30)));
        assertThat(Period.parse("2022-H2").code()).isEqualTo("2022-H2");
        assertThat(Period.parse("2022-01-01..2022-03-31").code()).isEqualTo("2022-01-01..2022-03-31");
    }

    @Test
    void every_day_belongs_to_exactly_one_half_year() {
        for (LocalDate day = LocalDate.of(2023, 12, 30); day.getYear() < 2025; day = day.plusDays(1)) {
            Period p = Period.halfYearOf(day);
            assertThat(day).isBetween(p.from(), p.to());
            assertThat(Period.parse(p.code())).isEqualTo(p);
        }
    }

    @Test
    void nonsense_is_refused() {
        for (String text : new String[] {"", "2022", "2022-H3", "2022-02-30..2022-03-01", "2022-05-01..2022-04-01"}) {
            assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(Refusal.class);
        }
    }
}
