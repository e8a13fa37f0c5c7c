package org.kulluna.whispers;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Typed;

/** Which recipients the desk asks for; nonsense asks for nothing in particular. */
public record RecipientFilter(
        @Nullable String channel,
        @Nullable String state,
        @Nullable String after) {
    public String channelOrApp() {
        return Typed.text(channel).equals("push") ? "push" : "app";
    }

    public String stateOrAll() {
        String asked = Typed.text(state);
        return Arrays.stream(RecipientState.values()).anyMatch(s -> s.text().equals(asked)) ? asked : "";
    }

    @Nullable
    UUID afterOrNull() {
        String asked = Typed.text(after);
        return asked.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(asked) : null;
    }

    public boolean isContinued() {
        return afterOrNull() != null;
    }
}
