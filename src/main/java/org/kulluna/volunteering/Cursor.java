package org.kulluna.volunteering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a keyset-paged list goes on: after that number, and within it after that id. */
record Cursor(long number, UUID id) {
    @Override
    public String toString() {
        return number + "." + id;
    }

    /** Null for nothing and for nonsense: the list then begins at its beginning. */
    static @Nullable Cursor parse(@Nullable String text) {
        int dot = text == null ? -1 : text.indexOf('.');
        if (text == null || dot < 1) {
            return null;
        }
        try {
            return new Cursor(Long.parseLong(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
