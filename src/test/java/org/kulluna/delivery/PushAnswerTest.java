package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushAnswerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(2));

    @ParameterizedTest
    @CsvSource({
        "201,ACCEPTED,''",
        "200,ACCEPTED,''",
        "202,ACCEPTED,''",
        "404,FAILED,gone",
        "410,FAILED,gone",
        "400,FAILED,refused",
        "401,FAILED,refused",
        "403,FAILED,refused",
        "413,FAILED,too-large",
        "302,FAILED,not-understood",
        "429,QUEUED,busy",
        "500,QUEUED,busy",
        "503,QUEUED,busy",
        "408,QUEUED,busy",
        "0,QUEUED,no-answer"
    })
    void each_answer_means_one_thing(int status, PushAnswer.State state, String reason) {
        PushAnswer answer = PushAnswer.of(status, "", 1, NOW, END);
        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.nextAt() != null).isEqualTo(state == PushAnswer.State.QUEUED);
    }

    @ParameterizedTest
    @CsvSource({
        "429,120,1,120",
        "429,2,1,2",
        "503,2,1,5",
        "503,120,1,120",
        "429,'Thu, 01 Jan 2026 00:01:00 GMT',1,60",
        "429,soon,1,5",
        "500,'',1,5",
        "500,'',4,40",
        "500,'',60,3600"
    })
    void a_busy_service_is_asked_again_when_it_says_or_ever_later(int status, String after, int tries, int seconds) {
        assertThat(PushAnswer.of(status, after, tries, NOW, END).nextAt()).isEqualTo(NOW.plusSeconds(seconds));
    }

    @Test
    void what_would_come_too_late_is_expired_and_not_sent_again() {
        PushAnswer answer = PushAnswer.of(429, "7200", 1, NOW, END);
        assertThat(answer.state()).isEqualTo(PushAnswer.State.EXPIRED);
        assertThat(answer.nextAt()).isNull();
        assertThat(PushAnswer.of(429, "7199", 1, NOW, END).state()).isEqualTo(PushAnswer.State.QUEUED);
    }
}
