package org.kulluna.whispers;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Typed;

/**
 * Which recipients the desk asks for; nonsense asks for nothing in particular.
 *
 * @param reason why; none: those without a reason; empty: whatever it is
 */
public record RecipientFilter(
        @Nullable String channel,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String after) {
    private static final List<String> REASONS =
            List.of("none", "opt_out", "cap", "no_channel", "quiet_hours", "recalled");

    public String channelOrApp() {
        return Typed.text(channel).equals("push") ? "push" : "app";
    }

    public String stateOrAll() {
        String asked = Typed.text(state);
        return Arrays.stream(RecipientState.values()).anyMatch(s -> s.text().equals(asked)) ? asked : "";
    }

    public String reasonOrAll() {
        String asked = Typed.text(reason);
        return REASONS.contains(asked) ? asked : "";
    }

    boolean means(RecipientCount c) {
        return c.channel().equals(channelOrApp())
                && (stateOrAll().isEmpty() || c.state().equals(stateOrAll()))
                && (reasonOrAll().isEmpty()
                        || c.reason().equals(reasonOrAll().replace("none", ""))
                        // Some of them may be held by quiet hours; nobody counts how many.
                        || reasonOrAll().equals("quiet_hours") && c.state().equals("queued"));
    }

    public boolean isContinued() {
        return !Typed.text(after).isEmpty();
    }
}
