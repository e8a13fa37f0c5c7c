package org.kulluna.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What screens showed of whispers. It is never added to persons reached: nobody knows who looked.
 *
 * @param plays times a screen showed a whisper, interrupted ones included
 * @param audience people estimated to have passed meanwhile, to a thousandth
 */
public record Played(long plays, BigDecimal audience) {
    public static final Played NONE = new Played(0, BigDecimal.ZERO);

    /** Rounded half up, for a headline. */
    public long estimate() {
        return audience.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
