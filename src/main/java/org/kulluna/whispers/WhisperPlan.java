package org.kulluna.whispers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audience.Filter;

/**
 * To whom, where and when.
 *
 * @param segment a saved choice of members; null: {@code audience} says who
 * @param onApp in the inbox, and as a push to those who asked for it
 * @param sendAt null: when an officer sends it
 * @param expiresAt after it nobody is told of it any more; null: when the house's own time for it is over
 * @param urgentReason why it passes quiet hours; empty when it is not urgent
 */
public record WhisperPlan(
        @Nullable UUID segment,
        Filter audience,
        boolean onApp,
        boolean onScreens,
        @Nullable Instant sendAt,
        @Nullable Instant expiresAt,
        boolean urgent,
        String urgentReason) {}
