package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Readiness READY =
            new Readiness(true, "cleared", TODAY.minusYears(1), TODAY, 30, false, TODAY, null);

    @Test
    void an_application_is_decided_once_and_only_while_open() {
        for (ApplicationState from : ApplicationState.values()) {
            for (ApplicationState to : ApplicationState.values()) {
                boolean open = from.isOpen() && to != from && to != ApplicationState.RECEIVED;
                assertThat(from.canBecome(to)).as(from + " to " + to).isEqualTo(open);
            }
        }
    }

    @Test
    void vetting_is_cleared_or_refused_only_once_it_began_and_a_clearance_may_be_taken_back() {
        assertThat(VettingState.NOT_STARTED.canBecome(VettingState.CLEARED)).isFalse();
        assertThat(VettingState.NOT_STARTED.canBecome(VettingState.IN_PROGRESS)).isTrue();
        assertThat(VettingState.IN_PROGRESS.canBecome(VettingState.CLEARED)).isTrue();
        assertThat(VettingState.IN_PROGRESS.canBecome(VettingState.REFUSED)).isTrue();
        assertThat(VettingState.CLEARED.canBecome(VettingState.WITHDRAWN)).isTrue();
        assertThat(VettingState.REFUSED.canBecome(VettingState.CLEARED)).isFalse();
        assertThat(VettingState.WITHDRAWN.canBecome(VettingState.IN_PROGRESS)).isFalse();
    }

    @Test
    void everything_counts_on_its_last_valid_day_and_not_on_the_day_after() {
        assertThat(READY.obstacles(TODAY, 18, 14)).isEmpty();
        assertThat(READY.obstacles(TODAY.plusDays(1), 18, 14)).containsExactly("vetting-not-valid", "no-valid-visa");
    }

    @Test
    void each_missing_thing_is_named() {
        assertThat(new Readiness(false, "not_started", null, null, 13, true, null, null).obstacles(TODAY, 18, 14))
                .containsExactly("identity-not-checked", "not-vetted", "too-young-to-join");
        assertThat(new Readiness(true, "cleared", TODAY, TODAY, 17, true, null, TODAY.minusDays(1))
                        .obstacles(TODAY, 18, 14))
                .containsExactly("no-guardian-consent");
        assertThat(new Readiness(true, "cleared", TODAY, TODAY, 17, true, null, TODAY).obstacles(TODAY, 18, 14))
                .isEmpty();
        for (String state : List.of("in_progress", "refused", "withdrawn")) {
            assertThat(new Readiness(true, state, TODAY, TODAY, 30, true, null, null).obstacles(TODAY, 18, 14))
                    .containsExactly("not-vetted");
        }
        assertThat(new Readiness(true, "cleared", TODAY.plusDays(1), TODAY.plusDays(9), 30, true, null, null)
                        .obstacles(TODAY, 18, 14))
                .containsExactly("vetting-not-valid");
    }

    @Test
    void the_stricter_standing_of_two_records_is_the_one_that_suspends_for_longer() {
        MemberState active = new MemberState("active", false, null, "", 0);
        MemberState left = new MemberState("left", false, null, "", 0);
        MemberState tillTomorrow = new MemberState("suspended", false, TODAY.plusDays(1), "", 0);
        MemberState tillNextWeek = new MemberState("suspended", false, TODAY.plusDays(7), "", 0);
        MemberState untilFurtherNotice = new MemberState("suspended", false, null, "", 0);
        List<MemberState> fromMildToStrict = List.of(active, tillTomorrow, tillNextWeek, untilFurtherNotice);
        for (MemberState one : fromMildToStrict) {
            for (MemberState other : fromMildToStrict) {
                assertThat(one.isStricterThan(other))
                        .isEqualTo(fromMildToStrict.indexOf(one) > fromMildToStrict.indexOf(other));
            }
            assertThat(one.isStricterThan(left)).isFalse();
            assertThat(left.isStricterThan(one)).isFalse();
        }
    }

    @Test
    void days_and_versions_may_be_typed_in_any_digits_and_nonsense_is_nothing() {
        assertThat(Desk.day("٢٠٢٦-٠٣-٠١")).contains(TODAY);
        assertThat(Desk.day("2026-02-30")).isEmpty();
        assertThat(Desk.day(null)).isEmpty();
        assertThat(Desk.version("12")).isEqualTo(12);
        assertThat(Desk.version("-1 or 1=1")).isEqualTo(-1);
    }
}
