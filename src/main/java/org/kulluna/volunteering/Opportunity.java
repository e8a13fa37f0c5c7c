package org.kulluna.volunteering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** A volunteering need of a unit. {@code state} is draft, published or cancelled. */
public record Opportunity(
        UUID id,
        String unit,
        LocalizedText title,
        LocalizedText text,
        LocalizedText may,
        LocalizedText mayNot,
        String pillar,
        String place,
        String state,
        Instant createdAt,
        @Nullable Instant publishedAt,
        String cancelReason,
        int version) {

    public boolean isDraft() {
        return state.equals("draft");
    }

    public boolean isPublished() {
        return state.equals("published");
    }

    public boolean isCancelled() {
        return state.equals("cancelled");
    }
}
