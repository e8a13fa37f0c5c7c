package org.kulluna.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a keyset-paged list. {@code next} is the address part that continues after the last row, null at the end. */
public record Page<T>(List<T> rows, @Nullable String next) {
    /** Read {@code size + 1} rows, then let this cut the extra one and make the cursor of the last one kept. */
    public static <T> Page<T> of(List<T> read, int size, Function<T, String> cursor) {
        if (read.size() <= size) {
            return new Page<>(read, null);
        }
        List<T> kept = List.copyOf(read.subList(0, size));
        return new Page<>(kept, cursor.apply(kept.get(size - 1)));
    }
}
