package org.kulluna.audience;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;

/**
 * A named choice of members: the question, never the answer.
 *
 * @param unit whose it is; null: the whole programme's, which every officer of an audience may use
 */
public record Segment(
        UUID id,
        LocalizedText name,
        @Nullable String unit,
        Filter filter,
        Instant changedAt,
        boolean retired,
        int version) {
    public boolean mayChange(Viewer viewer) {
        return unit == null ? viewer.mayEverywhere(Right.BUILD_AUDIENCES) : viewer.may(Right.BUILD_AUDIENCES, unit);
    }

    boolean maySee(Viewer viewer) {
        return unit == null ? viewer.may(Right.BUILD_AUDIENCES) : mayChange(viewer);
    }

    String cursor() {
        long micros =
                Math.addExact(Math.multiplyExact(changedAt.getEpochSecond(), 1_000_000L), changedAt.getNano() / 1000);
        return new Cursor(micros, id).toString();
    }
}
