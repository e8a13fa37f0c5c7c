package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Refusal;

/** What people and programs type: read as meant, or named as wrong; never broken by it. */
class TypedTest {
    private static final String ID = "0198a000-0000-7000-8000-000000000001";
    private static final String DUTY = "0198a000-0000-7000-8000-000000000002";
    private static final String PERSON = "0198a000-0000-7000-8000-000000000003";
    private static final String TIME = "2026-03-01T16:00:00+04:00";

    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    private static FactForm form(
            @Nullable String person,
            @Nullable String number,
            @Nullable String code,
            String kind,
            @Nullable String voids,
            String at,
            @Nullable String means,
            @Nullable String device) {
        return new FactForm(ID, DUTY, person, number, code, kind, voids, at, means, device);
    }

    private @Nullable NewFact read(FactForm form) {
        faults.clear();
        return form.read("", faults);
    }

    @Test
    void a_person_is_named_by_exactly_one_of_id_number_and_code() {
        assertThat(read(form(PERSON, null, null, "in", null, TIME, null, null))).isNotNull();
        assertThat(read(form(null, "12", null, "in", null, TIME, null, null))).isNotNull();
        assertThat(read(form(null, " ", "KULLUNA1:x", "in", null, TIME, null, null)))
                .isNotNull();
        assertThat(read(form(PERSON, "12", null, "in", null, TIME, null, null))).isNull();
        assertThat(faults).containsKey("personId");
        assertThat(read(form(null, null, null, "out", null, TIME, null, null))).isNull();
        assertThat(faults).containsKey("personId");
    }

    @ParameterizedTest
    @CsvSource({"K-0012345, 12345", "١٢٣٤٥, 12345", "12 345, 12345", "۱۲۳۴۵, 12345"})
    void a_membership_number_is_read_however_it_is_written(String typed, long number) {
        NewFact fact = read(form(null, typed, null, "in", null, TIME, "number", null));
        assertThat(fact).isNotNull();
        assertThat(fact.membershipNumber()).isEqualTo(number);
    }

    @Test
    void a_time_keeps_microseconds_and_its_offset_is_heeded() {
        NewFact fact = read(form(PERSON, null, null, "in", null, "2026-03-01T16:00:00.123456789+04:00", null, null));
        assertThat(fact).isNotNull();
        assertThat(fact.happenedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
        for (String nonsense : new String[] {"", "soon", "2026-03-01T16:00:00", "1900-01-01T00:00:00Z", "2026-13-01"}) {
            assertThat(read(form(PERSON, null, null, "in", null, nonsense, null, null)))
                    .isNull();
            assertThat(faults).containsKey("happenedAt");
        }
    }

    @Test
    void a_void_names_what_it_takes_back_and_nobody() {
        NewFact undo = read(form(PERSON, "12", "x", "void", ID, TIME, null, null));
        assertThat(undo).isNotNull();
        assertThat(undo.person()).isNull();
        assertThat(undo.membershipNumber()).isNull();
        assertThat(undo.voids()).isEqualTo(UUID.fromString(ID));
        assertThat(read(form(null, null, null, "void", null, TIME, null, null))).isNull();
        assertThat(faults).containsKey("voids");
    }

    @Test
    void each_wrong_part_is_named_at_once() {
        assertThat(read(new FactForm("x", null, "y", null, null, "dance", null, "soon", "fax", "d".repeat(65))))
                .isNull();
        assertThat(faults.keySet()).contains("id", "dutyId", "personId", "kind", "happenedAt", "means", "device");
        assertThat(read(form(PERSON, null, null, "in", null, TIME, null, "a\0b")))
                .isNull();
        assertThat(faults).containsOnlyKeys("device");
    }

    @Test
    void random_nonsense_is_named_and_never_breaks() {
        Random random = new Random(5);
        String letters = "0123456789abcdef-:+TZ.١٢ \0'\"%\u202e\ud83d\ude00";
        for (int i = 0; i < 5_000; i++) {
            String[] parts = new String[10];
            for (int p = 0; p < parts.length; p++) {
                StringBuilder b = new StringBuilder();
                for (int n = random.nextInt(12); n > 0; n--) {
                    b.append(letters.charAt(random.nextInt(letters.length())));
                }
                parts[p] = random.nextInt(5) == 0 ? null : b.toString();
            }
            assertThat(read(new FactForm(
                            parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], parts[8],
                            parts[9])))
                    .isNull();
            assertThat(faults).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"minus, 1, 30, -90", "plus, 1, 30, 90", "-, 0, 5, -5", "minus, ١, ٣٠, -90", "plus, 24, 0, 1440"})
    void a_correction_is_hours_and_minutes_with_a_sign(@Nullable String sign, String hours, String minutes, int total) {
        assertThat(new CorrectionForm(ID, sign, hours, minutes, "r").total()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0, 0", "-, -", "24, 1", "9999, 0", "x, 0", "1, 1.5", "99999999999, 0"})
    void a_correction_of_nothing_or_of_more_than_a_day_is_none(@Nullable String hours, @Nullable String minutes) {
        assertThatThrownBy(() -> new CorrectionForm(ID, "plus", hours, minutes, "r").total())
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_version_of_a_claim_that_was_tampered_with_is_none_of_its_versions() {
        assertThat(new RefusalForm("7", "r").shown()).isEqualTo(7);
        for (String odd : new String[] {null, "", "x", "-1", "1.0", "9999999999"}) {
            assertThat(new RefusalForm(odd, "r").shown()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "junk",
                "2026-01-01_junk",
                "9999-99-99_" + ID,
                "+999999-01-01_" + ID,
                "2026-01-01_" + ID + "_x",
                "2026-02-30_" + ID
            })
    void a_cursor_nobody_made_begins_at_the_top(String cursor) {
        assertThat(HoursAfter.parse(cursor)).isEqualTo(new HoursAfter(null, null));
        ClaimFilter filter = ClaimFilter.of("", "", "", cursor);
        assertThat(filter.afterAt()).isNull();
        assertThat(filter.afterId()).isNull();
    }

    @Test
    void a_cursor_of_ours_goes_on_behind_its_row() {
        assertThat(HoursAfter.parse("2026-01-31_" + ID))
                .isEqualTo(new HoursAfter(LocalDate.of(2026, 1, 31), UUID.fromString(ID)));
        ClaimFilter filter = ClaimFilter.of("u", DUTY, "true", "2026-01-31T10:00:00.5Z_" + ID);
        assertThat(filter.afterAt()).isEqualTo("2026-01-31T10:00:00.5Z");
        assertThat(filter.afterId()).isEqualTo(ID);
        assertThat(filter.duty()).isEqualTo(UUID.fromString(DUTY));
        assertThat(filter.flagged()).isTrue();
    }

    @Test
    void the_half_year_begins_in_january_or_july() {
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            LocalDate began = Hours.halfYear(day);
            assertThat(began.getDayOfMonth()).isEqualTo(1);
            assertThat(began.getMonthValue()).isIn(1, 7);
            assertThat(day).isAfterOrEqualTo(began).isBefore(began.plusMonths(6));
        }
    }
}
