package org.kulluna.incidents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * What a member saw. Who that was stands apart: {@link Reporters}.
 *
 * @param receipt what its reporter was given
 * @param urgency 1 at once, 2 soon, 3 when its turn comes
 * @param shielded its reporter is shown to the duty desk only
 * @param followUpAt when the reporter wrote what nobody has answered yet
 * @param lat lng WGS 84 degrees, both or none
 */
public record Report(
        UUID id,
        String receipt,
        String category,
        LocalizedText categoryName,
        String subject,
        String place,
        @Nullable Double lat,
        @Nullable Double lng,
        String spot,
        Instant happenedAt,
        String body,
        ReportState state,
        int urgency,
        @Nullable String unit,
        @Nullable UUID duplicateOf,
        boolean shielded,
        Instant receivedAt,
        Instant answerDueAt,
        @Nullable Instant firstAnswerAt,
        @Nullable Instant closedAt,
        @Nullable Instant followUpAt,
        int version) {

    /** The desk has not answered yet and should have. */
    public boolean isLate(Instant now) {
        return firstAnswerAt == null && state.isOpen() && now.isAfter(answerDueAt);
    }

    /** Seven letters and digits of it, for people who speak of it. */
    public String shortReceipt() {
        return receipt.substring(0, 7);
    }
}
