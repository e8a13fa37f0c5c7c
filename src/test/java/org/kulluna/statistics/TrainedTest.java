package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainedTest {
    @ParameterizedTest
    @CsvSource({"0, 7, 0", "1, 1000, 1", "1, 8, 13", "1, 2, 50", "999, 1000, 99", "7, 7, 100"})
    void the_rate_is_rounded_half_up_but_all_and_none_are_told_only_when_true(long passed, long came, int rate) {
        assertThat(new Trained(1, came, came, came, passed).passRate()).isEqualTo(rate);
    }

    @Test
    void whoever_is_not_there_gives_no_rate() {
        assertThat(Trained.NONE.passRate()).isNull();
        assertThat(Trained.NONE.isNone()).isTrue();
    }
}
