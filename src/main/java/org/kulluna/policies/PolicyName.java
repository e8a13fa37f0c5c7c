package org.kulluna.policies;

import java.util.Map;

/** The settings a programme may change, with what holds until somebody does. Minutes, days and years. */
public enum PolicyName {
    /** A duty left without a check-out is credited to the planned end, and at most this many minutes. */
    FORGOTTEN_CHECK_OUT(Map.of("maximum_minutes", 480)),
    /** Attendance is rounded to the nearest multiple of this many minutes; 1 keeps it exact. */
    ROUNDING(Map.of("minutes", 1)),
    /** Check-in opens this long before the start; minutes earlier than the start are not credited. */
    EARLY_CHECK_IN(Map.of("minutes", 60)),
    /** A check-out after the planned end is credited until this many minutes after it. */
    LATE_CHECK_OUT(Map.of("minutes", 60)),
    /** Over this many minutes on one local day a claim is flagged. */
    LONG_DAY(Map.of("minutes", 720)),
    /** The youngest a member (adult model) and a student may be, in years. */
    AGE(Map.of("adult", 18, "student", 14)),
    /** Days without showing up after which a warning is told. */
    NO_SHOW(Map.of("warn_after", 3)),
    /** A seat can be left without a mark until this many hours before the start. */
    LEAVING(Map.of("hours", 12));

    private final Map<String, Integer> defaults;

    PolicyName(Map<String, Integer> defaults) {
        this.defaults = defaults;
    }

    public Map<String, Integer> defaults() {
        return defaults;
    }
}
