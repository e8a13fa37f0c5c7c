package org.kulluna.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportStateTest {
    @ParameterizedTest
    @EnumSource(ReportState.class)
    void what_is_closed_is_only_opened_again_for_weighing_and_what_was_withdrawn_never(ReportState state) {
        EnumSet<ReportState> next = EnumSet.noneOf(ReportState.class);
        Arrays.stream(ReportState.values()).filter(state::canBecome).forEach(next::add);
        if (state == ReportState.WITHDRAWN) {
            assertThat(next).isEmpty();
        } else if (!state.isOpen()) {
            assertThat(next).containsExactly(ReportState.TRIAGE);
        } else {
            assertThat(next)
                    .contains(
                            ReportState.ASSIGNED,
                            ReportState.RESOLVED,
                            ReportState.NO_ACTION,
                            ReportState.DUPLICATE,
                            ReportState.REFERRED,
                            ReportState.WITHDRAWN)
                    .doesNotContain(ReportState.RECEIVED);
        }
    }

    @Test
    void four_states_are_open_and_five_are_closed() {
        assertThat(Arrays.stream(ReportState.values()).filter(ReportState::isOpen))
                .containsExactly(
                        ReportState.RECEIVED, ReportState.TRIAGE, ReportState.ASSIGNED, ReportState.IN_PROGRESS);
    }

    @Test
    void work_begins_only_on_what_somebody_has() {
        assertThat(ReportState.ASSIGNED.canBecome(ReportState.IN_PROGRESS)).isTrue();
        assertThat(ReportState.RECEIVED.canBecome(ReportState.IN_PROGRESS)).isFalse();
        assertThat(ReportState.TRIAGE.canBecome(ReportState.IN_PROGRESS)).isFalse();
    }
}
