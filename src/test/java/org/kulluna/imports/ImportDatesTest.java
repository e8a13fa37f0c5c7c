package org.kulluna.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportDatesTest {
    private static final ImportDates.Order DAY = ImportDates.Order.DAY_FIRST;
    private static final ImportDates.Order MONTH = ImportDates.Order.MONTH_FIRST;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-04-03",
                "2022/04/03",
                "2022.4.3",
                "20220403",
                "03/04/2022",
                "3-4-2022",
                "3.4.2022",
                "3/4/22",
                "April 3 2022",
                "April 3, 2022",
                "April 03 2022",
                "3 April 2022",
                "3rd of April, 2022",
                "3-Apr-2022",
                "Apr 3 2022",
                "Sunday, 3 April 2022",
                "Sun 3 Apr 2022",
                "2022 April 3",
                "2022-04-03T10:00:00",
                "٠٣/٠٤/٢٠٢٢",
                "٣ أبريل ٢٠٢٢",
                "3 إبريل 2022",
                "٣ نيسان ٢٠٢٢",
                "الأحد ٣ أبريل ٢٠٢٢ م",
                "۳/۴/۲۰۲۲",
                "الأحد، 3 أبريل 2022",
                "٢٠٢٢/٠٤/٠٣",
                "1 رمضان 1443",
                "01/09/1443 هـ",
                "1443-09-01",
                "03–04–2022"
            })
    void a_day_is_read_however_it_is_written(String text) {
        LocalDate expected = text.contains("1443") ? LocalDate.of(2022, 4, 2) : LocalDate.of(2022, 4, 3);
        assertThat(ImportDates.parse(text, DAY))
                .as(text)
                .hasValueSatisfying(m -> assertThat(m.day()).isEqualTo(expected));
    }

    @Test
    void the_chosen_order_decides_and_a_contradiction_is_no_date() {
        assertThat(ImportDates.parse("03/04/2022", MONTH).orElseThrow().day()).isEqualTo(LocalDate.of(2022, 3, 4));
        assertThat(ImportDates.parse("25/04/2022", MONTH)).isEmpty();
        assertThat(ImportDates.fitsOtherOrder("25/04/2022", MONTH)).isTrue();
        assertThat(ImportDates.fitsOtherOrder("31/31/2022", MONTH)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ongoing",
                "31/02/2022",
                "2022-13-01",
                "February 30 2011",
                "0",
                "9999",
                "tomorrow",
                "1/1/1",
                "April",
                "April 2022",
                "2022",
                "00/00/0000",
                "1e9",
                "-",
                "٣٣/٣٣/٢٠٢٢",
                "Aprilish 3 2022",
                "3 4 5 6 2022"
            })
    void what_is_no_day_is_none(String text) {
        assertThat(ImportDates.parse(text, DAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "16:00, 16:00", "4:00 pm, 16:00", "4 PM, 16:00", "4:30pm, 16:30", "12 am, 00:00", "12:15 p.m., 12:15",
        "09:05:30, 09:05:30", "1630, 16:30", "16h30, 16:30", "16.30, 16:30", "٤:٣٠ م, 16:30", "٩ ص, 09:00",
        "٨ مساءً, 20:00", "7:30 صباحًا, 07:30", "noon, 12:00", "midnight, 00:00", "24:00, 00:00"
    })
    void a_time_is_read_however_it_is_written(String text, LocalTime expected) {
        assertThat(ImportDates.time(text)).as(text).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25:00", "12:60", "13 am", "evening", "4", "ongoing", "16:00-18:00"})
    void what_is_no_time_is_none(String text) {
        assertThat(ImportDates.time(text)).isEmpty();
    }

    @Test
    void a_cell_may_hold_day_time_and_offset() {
        ImportDates.Moment m =
                ImportDates.parse("2022-06-04T19:30:00+01:00", DAY).orElseThrow();
        assertThat(m.time()).isEqualTo(LocalTime.of(19, 30));
        assertThat(m.offset()).hasToString("+01:00");
        assertThat(ImportDates.parse("20220604T193000Z", DAY).orElseThrow().offset())
                .hasToString("Z");
        assertThat(ImportDates.parse("4/6/2022 7:30 PM", DAY).orElseThrow().time())
                .isEqualTo(LocalTime.of(19, 30));
        assertThat(ImportDates.parse("٤ يونيو ٢٠٢٢ الساعة ٧:٣٠ م", DAY)
                        .orElseThrow()
                        .time())
                .isEqualTo(LocalTime.of(19, 30));
    }
}
