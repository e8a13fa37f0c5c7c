package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When somebody may be disturbed: over midnight, where clocks skip and where they show an hour twice. */
class QuietHoursTest {
    private static final ZoneId DUBAI = ZoneId.of("Asia/Dubai");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static QuietHours hours(String from, String to, ZoneId zone) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), zone);
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @Test
    void over_midnight_the_morning_after_is_told_and_by_day_the_moment_itself() {
        QuietHours night = hours("22:00", "07:00", DUBAI);
        assertThat(night.next(at("2026-03-01T21:59:59", DUBAI))).isEqualTo(at("2026-03-01T21:59:59", DUBAI));
        assertThat(night.next(at("2026-03-01T22:00", DUBAI))).isEqualTo(at("2026-03-02T07:00", DUBAI));
        assertThat(night.next(at("2026-03-02T00:00", DUBAI))).isEqualTo(at("2026-03-02T07:00", DUBAI));
        assertThat(night.next(at("2026-03-02T06:59:59", DUBAI))).isEqualTo(at("2026-03-02T07:00", DUBAI));
        assertThat(night.next(at("2026-03-02T07:00", DUBAI))).isEqualTo(at("2026-03-02T07:00", DUBAI));
    }

    @Test
    void within_one_day_the_end_is_on_that_day() {
        QuietHours noon = hours("12:00", "15:00", DUBAI);
        assertThat(noon.next(at("2026-03-01T12:00", DUBAI))).isEqualTo(at("2026-03-01T15:00", DUBAI));
        assertThat(noon.next(at("2026-03-01T11:59", DUBAI))).isEqualTo(at("2026-03-01T11:59", DUBAI));
        assertThat(noon.next(at("2026-03-01T23:00", DUBAI))).isEqualTo(at("2026-03-01T23:00", DUBAI));
    }

    @Test
    void from_and_to_alike_is_never_quiet() {
        Instant midnight = at("2026-03-01T00:00", DUBAI);
        assertThat(hours("00:00", "00:00", DUBAI).next(midnight)).isEqualTo(midnight);
        assertThat(hours("09:00", "09:00", DUBAI).next(midnight)).isEqualTo(midnight);
    }

    @Test
    void an_end_that_clocks_skip_is_as_much_later_and_one_shown_twice_is_the_second() {
        // 29 March 2026, 01:00 becomes 02:00; 25 October 2026, 02:00 becomes 01:00.
        assertThat(hours("22:00", "01:30", LONDON).next(at("2026-03-29T00:10", LONDON)))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(hours("22:00", "01:30", LONDON).next(at("2026-10-25T00:10", LONDON)))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void where_clocks_skip_the_only_hour_of_the_day_the_next_day_has_one() {
        Instant next = hours("02:00", "01:00", LONDON).next(at("2026-03-29T00:10", LONDON));
        assertThat(next).isEqualTo(at("2026-03-30T01:00", LONDON));
    }

    @Test
    void what_is_told_is_never_earlier_never_quiet_and_stays() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            QuietHours quiet = any(random);
            Instant at = moment(random);
            Instant next = quiet.next(at);
            assertThat(next).as("%s %s", quiet, at).isAfterOrEqualTo(at);
            assertThat(quiet.isQuiet(next)).as("%s %s", quiet, at).isFalse();
            assertThat(quiet.next(next)).as("%s %s", quiet, at).isEqualTo(next);
            assertThat(Duration.between(at, next)).as("%s %s", quiet, at).isLessThan(Duration.ofHours(73));
            assertThat(next.equals(at)).as("%s %s", quiet, at).isEqualTo(!quiet.isQuiet(at));
        }
    }

    static final List<String> ZONES = List.of(
            "Asia/Dubai",
            "Europe/London",
            "America/New_York",
            "America/Havana",
            "Africa/Cairo",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "America/St_Johns",
            "Africa/Casablanca",
            "Asia/Beirut");

    static QuietHours any(Random random) {
        LocalTime from = LocalTime.ofSecondOfDay(300L * random.nextInt(288));
        LocalTime to = random.nextInt(10) == 0 ? from : LocalTime.ofSecondOfDay(300L * random.nextInt(288));
        return new QuietHours(from, to, ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
    }

    /** From 2011, when Apia went without a day, to 2026; every other one within a day of a change of clocks. */
    static Instant moment(Random random) {
        Instant at = Instant.parse("2011-12-01T00:00:00Z").plusSeconds(random.nextInt(475_000_000));
        var rules = ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))).getRules();
        var change = rules.nextTransition(at);
        return change == null || random.nextBoolean()
                ? at
                : change.getInstant().plusSeconds(60L * (random.nextInt(2880) - 1440));
    }
}
