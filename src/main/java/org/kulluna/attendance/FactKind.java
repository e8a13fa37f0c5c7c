package org.kulluna.attendance;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody saw at a gate. {@code VOID} takes an earlier fact back; nothing is ever erased. */
public enum FactKind {
    IN,
    OUT,
    ABSENT,
    VOID;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FactKind> find(@Nullable String code) {
        for (FactKind k : values()) {
            if (k.code().equals(code)) {
                return Optional.of(k);
            }
        }
        return Optional.empty();
    }
}
