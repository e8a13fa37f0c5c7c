package org.kulluna.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a keyset-paged list goes on: after that number, and within it after that id. */
public record Cursor(long number, UUID id) {
    /** Microseconds, the finest there are, up to the year 2255: beyond it no calendar of the database can count. */
    private static final long FURTHEST = 9_000_000_000_000_000L;

    @Override
    public String toString() {
        return number + "." + id;
    }

    /** Null for nothing and for nonsense: the list then begins at its beginning. */
    public static @Nullable Cursor parse(@Nullable String text) {
        int dot = text == null ? -1 : text.indexOf('.');
        if (text == null || dot < 1) {
            return null;
        }
        try {
            long number = Long.parseLong(text.substring(0, dot));
            return Math.abs(number) > FURTHEST || number == Long.MIN_VALUE
                    ? null
                    : new Cursor(number, UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
