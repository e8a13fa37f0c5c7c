package org.kulluna.statistics;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Typed;

/**
 * Which states of a whisper's people are asked for; nonsense asks for nothing in particular.
 *
 * @param channel app or push; app when it is neither
 * @param reason why; none: those without a reason; empty: whatever it is
 */
public record StateFilter(
        @Nullable String channel,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String after) {
    private static final Set<String> STATES =
            Set.of("eligible", "suppressed", "queued", "accepted", "confirmed", "seen", "read", "expired", "failed");
    private static final Set<String> REASONS =
            Set.of("none", "opt_out", "cap", "no_channel", "quiet_hours", "recalled");

    public String channelOrApp() {
        return Typed.text(channel).equals("push") ? "push" : "app";
    }

    public String stateOrAll() {
        return STATES.contains(Typed.text(state)) ? Typed.text(state) : "";
    }

    public String reasonOrAll() {
        return REASONS.contains(Typed.text(reason)) ? Typed.text(reason) : "";
    }

    boolean means(StateCount c) {
        return c.channel().equals(channelOrApp())
                && (stateOrAll().isEmpty() || c.state().equals(stateOrAll()))
                && (reasonOrAll().isEmpty()
                        || c.reason().equals(reasonOrAll().replace("none", ""))
                        // Some of them may be held by quiet hours; nobody counts how many.
                        || reasonOrAll().equals("quiet_hours") && c.state().equals("queued"));
    }
}
