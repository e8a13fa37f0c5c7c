package org.kulluna.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Time;

class CalendarEntryTest {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    private static CalendarEntry.Content content(String title, String place, Instant starts, ZoneId zone) {
        return new CalendarEntry.Content("confirmed", title, place, "", "/x", starts, starts.plusSeconds(3600), zone);
    }

    private static CalendarEntry.Content plain() {
        return content("أ", "ب", NOW, Time.PROGRAMME_ZONE);
    }

    private static CalendarEntry tell(List<CalendarEntry> current, List<CalendarEntry> told, Instant now) {
        List<CalendarEntry> all = CalendarEntry.toTell(current, told, now);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void what_stays_as_it_is_keeps_its_number_and_its_day() {
        CalendarEntry first = tell(List.of(CalendarEntry.unsaid(ID, plain())), List.of(), NOW);
        assertThat(first.sequence()).isZero();
        assertThat(first.changedAt()).isEqualTo(NOW);
        assertThat(tell(List.of(CalendarEntry.unsaid(ID, plain())), List.of(first), NOW.plusSeconds(60)))
                .isEqualTo(first);
    }

    @Test
    void each_change_of_time_place_title_or_zone_raises_the_number_by_one() {
        CalendarEntry told = new CalendarEntry(ID, plain(), 4, NOW);
        for (CalendarEntry.Content next : List.of(
                content("ج", "ب", NOW, Time.PROGRAMME_ZONE),
                content("أ", "ج", NOW, Time.PROGRAMME_ZONE),
                content("أ", "ب", NOW.plusSeconds(1), Time.PROGRAMME_ZONE),
                content("أ", "ب", NOW, ZoneId.of("Asia/Muscat")))) {
            CalendarEntry after = tell(List.of(CalendarEntry.unsaid(ID, next)), List.of(told), NOW.plusSeconds(9));
            assertThat(after).isEqualTo(new CalendarEntry(ID, next, 5, NOW.plusSeconds(9)));
        }
    }

    @Test
    void what_is_gone_is_called_off_once_and_comes_back_with_a_higher_number() {
        CalendarEntry told = new CalendarEntry(ID, plain(), 0, NOW);
        CalendarEntry gone = tell(List.of(), List.of(told), NOW.plusSeconds(1));
        assertThat(gone).isEqualTo(new CalendarEntry(ID, plain().cancelled(), 1, NOW.plusSeconds(1)));
        assertThat(tell(List.of(), List.of(gone), NOW.plusSeconds(2))).isEqualTo(gone);
        assertThat(tell(List.of(CalendarEntry.unsaid(ID, plain())), List.of(gone), NOW.plusSeconds(3)))
                .isEqualTo(new CalendarEntry(ID, plain(), 2, NOW.plusSeconds(3)));
    }

    @Test
    void whatever_happens_no_number_ever_falls() {
        Random dice = new Random(11);
        Map<UUID, CalendarEntry> told = new HashMap<>();
        for (int step = 0; step < 3000; step++) {
            Instant now = NOW.plusSeconds(step);
            List<CalendarEntry> current = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                if (dice.nextBoolean()) {
                    Instant starts = NOW.plusSeconds(dice.nextInt(3) * 60L);
                    current.add(CalendarEntry.unsaid(
                            new UUID(9, n), content("t" + dice.nextInt(3), "", starts, Time.PROGRAMME_ZONE)));
                }
            }
            for (CalendarEntry e : CalendarEntry.toTell(current, List.copyOf(told.values()), now)) {
                CalendarEntry before = told.put(e.id(), e);
                if (before != null) {
                    boolean same = before.content().equals(e.content());
                    assertThat(e.sequence()).isEqualTo(before.sequence() + (same ? 0 : 1));
                    assertThat(e.changedAt()).isEqualTo(same ? before.changedAt() : now);
                }
            }
        }
        assertThat(told).hasSize(5);
    }
}
