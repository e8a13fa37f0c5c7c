package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kulluna.eligibility.Candidate;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;

/** Why a duty suits somebody, and what a place on it may become. */
class SuitsTest {
    private static List<String> suits(
            @Nullable Integer metres, int booked, List<String> asked, boolean student, boolean welcome) {
        Instant start = Instant.parse("2026-05-24T12:00:00Z");
        Shift shift = new Shift(
                new UUID(0, 1),
                new UUID(0, 2),
                start,
                start.plusSeconds(3600),
                Time.PROGRAMME_ZONE,
                "p",
                asked,
                18,
                welcome,
                false,
                null,
                "published",
                "",
                0);
        ShiftCard card =
                new ShiftCard(shift, new LocalizedText("ع", "T"), "u", "prevention", 2, 5, booked, 0, null, metres, 0L);
        Candidate person = new Candidate(
                new PersonId(new UUID(0, 3)),
                "active",
                null,
                student,
                null,
                true,
                null,
                null,
                null,
                Map.of(),
                List.of());
        return Suits.of(card, person).stream().map(s -> s.key() + s.number()).toList();
    }

    @Test
    void the_two_strongest_grounds_are_told() {
        assertThat(suits(0, 0, List.of(), false, false)).containsExactly("home0", "needed2");
        assertThat(suits(4_800, 2, List.of("first_aid"), false, false)).containsExactly("qualified0", "near5");
        assertThat(suits(null, 2, List.of(), true, true)).containsExactly("student0", "open0");
        assertThat(suits(5_001, 5, List.of(), false, true)).containsExactly("open0");
    }

    @ParameterizedTest
    @CsvSource({"1, near1", "499, near1", "1500, near2", "5000, near5"})
    void near_is_told_in_whole_kilometres_and_never_as_none(int metres, String said) {
        assertThat(suits(metres, 2, List.of(), false, false)).contains(said);
    }

    @ParameterizedTest
    @EnumSource
    void only_a_place_that_is_held_becomes_something_else_and_never_waits_again(SignUpState from) {
        for (SignUpState to : SignUpState.values()) {
            assertThat(from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(from.isHeld() && to != from && to != SignUpState.WAITING);
        }
        assertThat(SignUpState.of(from.text())).isEqualTo(from);
    }
}
