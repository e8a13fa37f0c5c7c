package org.kulluna.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.shared.Refusal;

class ImportCalendarTest {
    private static final ImportMapping MAPPING = ImportMapping.start("ics");
    private static final ImportPlaces PLACES = new ImportPlaces(List.of(), Map.of());
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);

    private static String calendar(String... events) {
        StringBuilder b = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (String event : events) {
            b.append("BEGIN:VEVENT\r\n").append(event.replace("|", "\r\n")).append("\r\nEND:VEVENT\r\n");
        }
        return b + "END:VCALENDAR\r\n";
    }

    private static List<ImportProposal> read(String text) {
        return ICalOpportunities.read(text.getBytes(StandardCharsets.UTF_8), MAPPING, PLACES, TODAY);
    }

    private static List<String> starts(String... events) {
        return read(calendar(events)).stream()
                .flatMap(p -> p.slots().stream())
                .map(s -> s.startsAt().toString())
                .toList();
    }

    private static List<String> said(String event) {
        ImportProposal p = read(calendar(event)).get(0);
        return java.util.stream.Stream.concat(p.faults().stream(), p.notes().stream())
                .map(ImportNote::key)
                .toList();
    }

    @Test
    void a_festivals_schedule_that_breaks_the_standard_is_read_whole() {
        List<ImportProposal> read =
                ICalOpportunities.read(ImportRealData.read("emf-2022-schedule.ics"), MAPPING, PLACES, TODAY);
        assertThat(read).hasSize(326);
        assertThat(read).extracting(ImportProposal::externalId).doesNotHaveDuplicates();
        assertThat(read).filteredOn(ImportProposal::isRefused).isEmpty();
        assertThat(read).filteredOn(p -> p.slots().size() == 1).hasSizeGreaterThan(300);
        ImportProposal first = read.get(0);
        assertThat(first.line()).isEqualTo(6);
        assertThat(first.externalId()).isEqualTo("123");
        assertThat(first.titleEn())
                .isEqualTo("Rob Manuel of @fesshole and b3ta talks about trying to entertain people with comedy bots");
        assertThat(first.slots().get(0).startsAt()).isEqualTo(Instant.parse("2022-06-04T18:30:00Z"));
        assertThat(first.slots().get(0).zone()).isEqualTo("Europe/London");
    }

    @Test
    void zones_are_known_by_whatever_name() {
        for (String name : List.of(
                "Asia/Dubai",
                "/citadel.org/20220930_1/Asia/Dubai",
                "Arabian Standard Time",
                "Asia-Dubai",
                "\"Asia/Dubai\"")) {
            assertThat(ICalZones.named(name))
                    .as(name)
                    .hasValueSatisfying(z -> assertThat(z.getRules()
                                    .getOffset(Instant.EPOCH.plus(Duration.ofDays(20_000)))
                                    .getTotalSeconds())
                            .isEqualTo(4 * 3600));
        }
        assertThat(ICalZones.named("Mars/Base")).isEmpty();
    }

    @Test
    void floating_times_are_the_programmes_and_universal_ones_are_shown_in_its_zone() {
        assertThat(starts("UID:1|SUMMARY:A|DTSTART:20300601T080000|DTEND:20300601T100000"))
                .containsExactly("2030-06-01T04:00:00Z");
        ImportSlot utc = read(calendar("UID:1|SUMMARY:A|DTSTART:20300601T080000Z|DURATION:PT2H"))
                .get(0)
                .slots()
                .get(0);
        assertThat(utc.startsAt()).hasToString("2030-06-01T08:00:00Z");
        assertThat(utc.zone()).isEqualTo("Asia/Dubai");
        assertThat(said("UID:1|SUMMARY:A|DTSTART;TZID=Mars/Base:20300601T080000|DURATION:PT2H"))
                .contains("zone-not-known");
    }

    @Test
    void nine_in_the_morning_stays_nine_when_clocks_change() {
        assertThat(
                        starts(
                                "UID:1|SUMMARY:A|DTSTART;TZID=Europe/London:20300330T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3"))
                .containsExactly("2030-03-30T09:00:00Z", "2030-03-31T08:00:00Z", "2030-04-01T08:00:00Z");
    }

    @Test
    void exceptions_additions_and_changed_occurrences_count() {
        String series = "UID:1|SUMMARY:A|DTSTART;TZID=Asia/Dubai:20300601T080000|DURATION:PT2H|RRULE:FREQ=DAILY;COUNT=5"
                + "|EXDATE;TZID=Asia/Dubai:20300602T080000|EXDATE;VALUE=DATE:20300603|RDATE;TZID=Asia/Dubai:20300610T080000";
        String moved = "UID:1|SUMMARY:A|RECURRENCE-ID;TZID=Asia/Dubai:20300604T080000"
                + "|DTSTART;TZID=Asia/Dubai:20300604T180000|DURATION:PT1H";
        String off =
                "UID:1|SUMMARY:A|RECURRENCE-ID:20300605T040000Z|STATUS:CANCELLED|DTSTART:20300605T040000Z|DURATION:PT2H";
        List<ImportProposal> read = read(calendar(series, moved, off));
        assertThat(read.get(0).slots())
                .extracting(s -> s.startsAt().toString())
                .containsExactly("2030-06-01T04:00:00Z", "2030-06-10T04:00:00Z");
        assertThat(read.get(1).slots()).singleElement().satisfies(s -> {
            assertThat(s.key()).isEqualTo("2030-06-04T04:00:00Z");
            assertThat(s.startsAt()).hasToString("2030-06-04T14:00:00Z");
        });
        assertThat(read.get(2).faults()).extracting(ImportNote::key).containsExactly("cancelled-there");
    }

    @Test
    void a_rule_without_end_gives_two_years_from_today() {
        List<String> weekly = starts("UID:1|SUMMARY:A|DTSTART:20190101T080000|DURATION:PT2H|RRULE:FREQ=WEEKLY");
        assertThat(weekly).hasSizeBetween(104, 106);
        assertThat(weekly.get(0)).startsWith("2030-01-01");
        assertThat(starts("UID:1|SUMMARY:A|DTSTART:20300101T080000|DURATION:PT5M|RRULE:FREQ=MINUTELY;INTERVAL=10"))
                .hasSize(1000);
        assertThat(said("UID:1|SUMMARY:A|DTSTART:20300101T080000|DURATION:PT5M|RRULE:FREQ=DAILY;COUNT=100000"))
                .contains("recurrence-cut");
    }

    @Test
    void a_long_series_is_cut_where_it_is_over_and_not_where_it_is_to_come() {
        List<String> daily =
                starts("UID:1|SUMMARY:A|DTSTART:20200101T080000|DURATION:PT2H|RRULE:FREQ=DAILY;UNTIL=20400101T000000Z");
        assertThat(daily).hasSize(1000).first().asString().startsWith("2030-01-01");
        List<String> ending =
                starts("UID:1|SUMMARY:A|DTSTART:20200101T080000|DURATION:PT2H|RRULE:FREQ=DAILY;COUNT=3663");
        assertThat(ending).hasSize(1000).last().asString().startsWith("2030-01-10");
    }

    @Test
    void a_year_that_no_duty_has_is_no_date() {
        for (String year : List.of("0001", "1601", "9999")) {
            assertThat(said("UID:1|SUMMARY:A|DTSTART:" + year + "0101T080000|DURATION:PT2H|RRULE:FREQ=DAILY"))
                    .as(year)
                    .containsExactly("not-a-date");
        }
    }

    @Test
    @Timeout(20)
    void a_rule_that_never_comes_true_ends() {
        assertThat(
                        said(
                                "UID:1|SUMMARY:A|DTSTART:20300101T080000|DURATION:PT1H|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
                .isNotNull();
        assertThat(said("UID:1|SUMMARY:A|DTSTART:20300101T080000|DURATION:PT1H|RRULE:FREQ=SECONDLY"))
                .contains("recurrence-not-known");
        assertThat(said("UID:1|SUMMARY:A|DTSTART:20300101T080000|DURATION:PT1H|RRULE:NONSENSE"))
                .isNotNull();
        assertThat(said("UID:1|SUMMARY:A|DTSTART:20300101T080000|DURATION:PT1H|RRULE:FREQ=DAILY;INTERVAL=0;BYDAY=9XX"))
                .isNotNull();
    }

    @Test
    void no_event_vanishes_because_another_was_never_ended() {
        String broken = calendar(
                        "UID:1|SUMMARY:A|DTSTART:20300601T080000|DURATION:PT2H",
                        "UID:2|SUMMARY:B|DTSTART:20300602T080000|DURATION:PT2H",
                        "UID:3|SUMMARY:C|DTSTART:20300603T080000|DURATION:PT2H")
                .replaceFirst("END:VEVENT\r\n", "");
        List<ImportProposal> read = read(broken + "BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:D\r\nEND:VEVENT\r\n");
        assertThat(read).extracting(ImportProposal::line).containsExactly(3, 8, 14, 21);
        assertThat(read).extracting(ImportProposal::externalId).containsExactly("1", "2", "3", "");
        assertThat(read)
                .extracting(p -> p.faults().stream().map(ImportNote::key).toList())
                .containsExactly(List.of("row-cut"), List.of(), List.of(), List.of("outside"));
    }

    @Test
    @Timeout(20)
    void a_few_events_that_give_millions_of_shifts_are_refused_before_they_fill_the_memory() {
        String[] events = new String[5_000];
        java.util.Arrays.fill(events, "SUMMARY:A|DTSTART:20300101T080000|DURATION:PT5M|RRULE:FREQ=MINUTELY");
        assertThatThrownBy(() -> read(calendar(events)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.faults()).containsEntry("file", List.of("import-too-many-shifts")));
    }

    @Test
    @Timeout(20)
    void twenty_thousand_events_within_each_other_are_read() {
        assertThat(read("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nSUMMARY:A\r\n".repeat(20_000)))
                .hasSize(20_000)
                .allMatch(ImportProposal::isRefused);
    }

    @Test
    void what_has_no_times_comes_without_shifts_and_says_so() {
        assertThat(said("UID:1|SUMMARY:A|DTSTART;VALUE=DATE:20300601")).contains("all-day");
        assertThat(said("UID:1|SUMMARY:A|DTSTART:20300601T080000")).contains("no-end");
        assertThat(said("UID:1|SUMMARY:A|DTSTART:20300601T080000|DTEND:20300604T080000"))
                .contains("longer-than-a-day");
        assertThat(said("UID:1|SUMMARY:A|DTSTART:20300601T080000|DTEND:20300601T070000"))
                .contains("ends-before-start");
        assertThat(said("UID:1|SUMMARY:A")).contains("no-date");
        assertThat(said("UID:1|DTSTART:20300601T080000|DURATION:PT1H")).contains("no-title");
        assertThat(said("SUMMARY:A|DTSTART:20300601T080000|DURATION:PT1H")).contains("no-id");
        assertThat(said("UID:1|SUMMARY:A|DTSTART:someday|DURATION:PT1H")).isNotEmpty();
    }

    @Test
    void no_cut_and_no_garbage_breaks_the_reader() {
        byte[] whole = calendar(
                        "UID:1|SUMMARY:دورية|DTSTART;TZID=Asia/Dubai:20300601T080000|DURATION:PT2H|RRULE:FREQ=DAILY;COUNT=5",
                        "UID:2|SUMMARY:B|DTSTART:20300601T080000Z|DTEND:20300601T090000Z")
                .getBytes(StandardCharsets.UTF_8);
        java.util.Random random = new java.util.Random(11);
        for (int i = 0; i < whole.length; i++) {
            tryToRead(Arrays.copyOf(whole, i));
            byte[] spoilt = whole.clone();
            spoilt[i] = (byte) random.nextInt(256);
            tryToRead(spoilt);
        }
        assertThatThrownBy(() -> read("a,b\n1,2")).isInstanceOf(Refusal.class);
    }

    private static void tryToRead(byte[] file) {
        try {
            ICalOpportunities.read(file, MAPPING, PLACES, TODAY);
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isNotNull();
        }
    }
}
