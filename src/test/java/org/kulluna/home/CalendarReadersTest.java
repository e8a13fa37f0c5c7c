package org.kulluna.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the calendar says, as khal, node-ical and ical.js understand it. */
@Tag("slow")
class CalendarReadersTest {
    private static final String LONG =
            "دورة الإسعافات الأوليّة، المستوى الثاني: للمتطوعين الجدد (الكورنيش)؛ مع أ. ب. \\ ج — "
                    .repeat(3)
                    .strip();
    private static final Instant CHANGED = Instant.parse("2026-03-01T08:00:00Z");

    private static CalendarEntry entry(int n, String title, String place, String text, Instant starts, ZoneId zone) {
        return entry(n, "confirmed", title, place, text, starts, zone, 0);
    }

    private static CalendarEntry entry(
            int n, String status, String title, String place, String text, Instant starts, ZoneId zone, int sequence) {
        CalendarEntry.Content content = new CalendarEntry.Content(
                status, title, place, text, "/x/" + n, starts, starts.plus(Duration.ofHours(4)), zone);
        return new CalendarEntry(new UUID(7, n), content, sequence, CHANGED);
    }

    private static Instant at(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }

    private static ZoneId zone(String id) {
        return ZoneId.of(id);
    }

    /** By all three: what they read, in the order of time. */
    private static Map<String, List<CalendarReaders.Read>> read(List<CalendarEntry> entries) {
        String file = CalendarFile.of(entries, "كلنا", "https://kulluna.example");
        Map<String, List<CalendarReaders.Read>> all = CalendarReaders.byNode(file);
        assertThat(all.keySet()).containsExactly("node-ical", "ical.js");
        Instant first = entries.getFirst().content().startsAt();
        Instant last = entries.getLast().content().endsAt();
        all.put("khal", CalendarReaders.byKhal(file, first.minus(Duration.ofDays(2)), last.plus(Duration.ofDays(2))));
        return all;
    }

    @Test
    void titles_places_and_words_arrive_as_typed() {
        List<CalendarEntry> entries = List.of(
                entry(
                        1,
                        LONG,
                        "قاعة 3, المركز; الطابق 2",
                        "سطر\nآخر",
                        at("2026-05-24T16:00", "Asia/Dubai"),
                        zone("Asia/Dubai")),
                entry(2, "حارس 🦺👨‍👩‍👧 الحي", "حي ٥", "", at("2026-05-25T16:00", "Asia/Dubai"), zone("Asia/Dubai")),
                entry(
                        3,
                        "Comma, semicolon; back\\slash \"quote\" DTSTART:x",
                        "",
                        "",
                        at("2026-05-26T16:00", "Asia/Dubai"),
                        zone("Asia/Dubai")),
                entry(4, "مُتَطَوِّعٌ".repeat(12), "", "", at("2026-05-27T16:00", "Asia/Dubai"), zone("Asia/Dubai")));
        read(entries).forEach((reader, events) -> {
            assertThat(events).as(reader).hasSize(4);
            for (int i = 0; i < 4; i++) {
                CalendarEntry.Content c = entries.get(i).content();
                CalendarReaders.Read e = events.get(i);
                assertThat(e.uid()).as(reader).isEqualTo(entries.get(i).id() + "@kulluna");
                assertThat(e.title()).as(reader).isEqualTo(c.title());
                assertThat(e.place()).as(reader).isEqualTo(c.place());
                assertThat(e.text().strip())
                        .as(reader)
                        .isEqualTo((c.text() + "\nhttps://kulluna.example" + c.path()).strip());
                assertThat(e.starts()).as(reader).isEqualTo(c.startsAt());
                assertThat(e.ends()).as(reader).isEqualTo(c.endsAt());
            }
        });
    }

    @Test
    void times_are_right_in_every_zone_on_both_sides_of_a_change_of_clocks() {
        List<CalendarEntry> entries = new ArrayList<>();
        // Clocks go forward on 29 March and back on 25 October 2026 in London; New York and Sydney have other days.
        for (String local : List.of(
                "2026-03-27T22:00",
                "2026-03-28T22:00",
                "2026-03-29T02:30",
                "2026-06-01T09:00",
                "2026-10-24T23:00",
                "2026-10-25T01:30",
                "2026-10-26T09:00")) {
            entries.add(entry(entries.size(), "London", "", "", at(local, "Europe/London"), zone("Europe/London")));
        }
        // The second half past one of that night.
        entries.add(
                entry(entries.size(), "London", "", "", Instant.parse("2026-10-25T01:30:00Z"), zone("Europe/London")));
        entries.add(entry(
                entries.size(),
                "New York",
                "",
                "",
                at("2026-11-01T00:30", "America/New_York"),
                zone("America/New_York")));
        entries.add(entry(
                entries.size(),
                "Sydney",
                "",
                "",
                at("2026-12-31T22:00", "Australia/Sydney"),
                zone("Australia/Sydney")));
        entries.add(entry(entries.size(), "Dubai", "", "", at("2027-01-01T22:00", "Asia/Dubai"), zone("Asia/Dubai")));
        entries.sort(java.util.Comparator.comparing(e -> e.content().startsAt()));
        read(entries).forEach((reader, events) -> {
            assertThat(events.stream().map(CalendarReaders.Read::starts).toList())
                    .as(reader)
                    .isEqualTo(entries.stream().map(e -> e.content().startsAt()).toList());
            assertThat(events.stream().map(CalendarReaders.Read::ends).toList())
                    .as(reader)
                    .isEqualTo(entries.stream().map(e -> e.content().endsAt()).toList());
        });
    }

    @Test
    void two_alarms_ring_for_what_is_certain_and_what_is_called_off_says_so() {
        Instant starts = at("2026-05-24T16:00", "Asia/Dubai");
        List<CalendarEntry> entries = List.of(
                entry(1, "confirmed", "أ", "", "", starts, zone("Asia/Dubai"), 0),
                entry(2, "tentative", "ب", "", "", starts.plusSeconds(86_400), zone("Asia/Dubai"), 1),
                entry(3, "cancelled", "ج", "", "", starts.plusSeconds(172_800), zone("Asia/Dubai"), 12));
        Map<String, List<CalendarReaders.Read>> all = read(entries);
        all.forEach((reader, events) -> assertThat(events.stream()
                        .map(e -> e.status().toUpperCase(java.util.Locale.ROOT))
                        .toList())
                .as(reader)
                .containsExactly("CONFIRMED", "TENTATIVE", "CANCELLED"));
        for (String reader : List.of("node-ical", "ical.js")) {
            List<CalendarReaders.Read> events = all.get(reader);
            assertThat(events.stream().map(CalendarReaders.Read::sequence).toList())
                    .as(reader)
                    .containsExactly(0, 1, 12);
            assertThat(events.get(0).alarms()).as(reader).containsExactly("-P1D", "-PT1H");
            assertThat(events.get(1).alarms()).as(reader).isEmpty();
            assertThat(events.get(2).alarms()).as(reader).isEmpty();
        }
    }
}
