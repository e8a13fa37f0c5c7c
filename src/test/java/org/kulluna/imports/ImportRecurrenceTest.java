package org.kulluna.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The recurrence cases of KDE's calendar library, with the days it expects. */
class ImportRecurrenceTest {
    private static final ImportMapping MAPPING = ImportMapping.start("ics");
    private static final ImportPlaces NO_PLACES = new ImportPlaces(List.of(), Map.of());
    /** Wide enough for the longest list of expected days. */
    private static final ICalRecurrence.Bounds WIDE =
            new ICalRecurrence.Bounds(20_000, Period.ofYears(80), LocalDate.of(1990, 1, 1));

    @TestFactory
    Stream<DynamicTest> each_rule_gives_the_days_its_reference_names() throws IOException {
        Path folder = ImportRealData.path("recurrence");
        List<Path> cases;
        try (Stream<Path> files = Files.list(folder)) {
            cases = files.filter(f -> f.toString().endsWith(".recurson.ref"))
                    .sorted()
                    .toList();
        }
        assertThat(cases).hasSize(21);
        return cases.stream()
                .map(ref -> DynamicTest.dynamicTest(ref.getFileName().toString(), () -> check(ref)));
    }

    private static void check(Path ref) throws IOException {
        List<String> expected =
                Files.readAllLines(ref).stream().filter(l -> !l.isBlank()).toList();
        byte[] file = Files.readAllBytes(Path.of(ref.toString().replace(".recurson.ref", "")));
        List<String> days = days(file).stream().map(LocalDate::toString).toList();
        assertThat(days.subList(0, Math.min(days.size(), expected.size()))).isEqualTo(expected);
        String rule = new String(file, StandardCharsets.US_ASCII).replaceAll("(?s).*RRULE:([^\\r\\n]*).*", "$1");
        if (rule.contains("COUNT") || rule.contains("UNTIL")) {
            assertThat(days).as("no day more").hasSameSizeAs(expected);
        }
    }

    /** All-day events have no shifts, so their times are asked before shifts are made of them. */
    private static List<LocalDate> days(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        boolean allDay = text.contains("DTSTART;VALUE=DATE:");
        String timed = allDay ? text.replaceFirst("DTSTART;VALUE=DATE:(\\d+)", "DTSTART:$1T090000") : text;
        String ended = timed.replaceFirst("SUMMARY:", "DURATION:PT5M\r\nSUMMARY:");
        return ICalOpportunities.read(ended.getBytes(StandardCharsets.UTF_8), MAPPING, NO_PLACES, WIDE).stream()
                .flatMap(p -> p.slots().stream())
                .map(s -> s.startsAt().atZone(ZoneId.of(s.zone())).toLocalDate())
                .distinct()
                .toList();
    }

    @Test
    void a_vendors_name_of_dubai_is_dubai() {
        String zone = new String(ImportRealData.read("recurrence/tz-Asia-Dubai.ics"), StandardCharsets.UTF_8);
        String event = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Patrol\r\n"
                + "DTSTART;TZID=/citadel.org/20220930_1/Asia/Dubai:20220930T220000\r\nDURATION:PT4H\r\nEND:VEVENT\r\n";
        List<ImportProposal> read = ICalOpportunities.read(
                zone.replace("END:VCALENDAR", event + "END:VCALENDAR").getBytes(StandardCharsets.UTF_8),
                MAPPING,
                NO_PLACES,
                WIDE);
        assertThat(read).singleElement().satisfies(p -> {
            assertThat(p.faults()).isEmpty();
            assertThat(p.slots()).singleElement().satisfies(s -> {
                assertThat(s.zone()).isEqualTo("Asia/Dubai");
                assertThat(s.startsAt()).hasToString("2022-09-30T18:00:00Z");
                assertThat(s.endsAt()).hasToString("2022-09-30T22:00:00Z");
            });
        });
    }
}
