package org.kulluna.certificates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a holder lets anybody who has the code see. */
enum Shows {
    /** What was earned, and who earned it. */
    NAME,
    /** What was earned, and initials; whoever knows the name may have it compared. Holds until something else is chosen. */
    INITIALS,
    /** That there is something, and no more. */
    NOTHING;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Shows> read(@Nullable String text) {
        return Arrays.stream(values()).filter(s -> s.text().equals(text)).findFirst();
    }
}
