package org.kulluna.whispers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;

/** @param sendAt when; empty: as the whisper's plan says */
public record SendingForm(@Nullable String sendAt) {
    /** @throws Refusal INVALID when it is no time */
    @Nullable
    Instant read() {
        Instant at = Typed.instant(sendAt, Time.PROGRAMME_ZONE);
        if (at == null && !Typed.text(sendAt).isEmpty()) {
            throw Refusal.invalid("sendAt", "send-at");
        }
        return at;
    }
}
