package org.kulluna.policies;

import java.util.LinkedHashMap;
import java.util.List;
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
    LEAVING(Map.of("hours", 12)),
    /** At most so many whispers to one person within so many days; one without an end of its own is shown so many days. */
    WHISPERS(Map.of("most", 3, "within_days", 7, "shown_days", 14)),
    /** Nobody is disturbed from that minute of the day on and before the other, unless they chose their own hours. */
    QUIET_HOURS(Map.of("from", 1320, "to", 420));

    private final Map<String, Integer> defaults;

    PolicyName(Map<String, Integer> defaults) {
        this.defaults = defaults;
    }

    public Map<String, Integer> defaults() {
        return defaults;
    }

    /** Field names in a steady order. */
    public List<String> fields() {
        return defaults.keySet().stream().sorted().toList();
    }

    /** Faults by field, keys under {@code fault.}: each whole number within what makes sense. */
    public Map<String, List<String>> faults(Map<String, Integer> value) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        for (String field : fields()) {
            Integer n = value.get(field);
            if (n == null) {
                faults.put(field, List.of("not-a-number"));
            } else if (n < least() || n > most()) {
                faults.put(field, List.of("out-of-range"));
            }
        }
        if (this == AGE && faults.isEmpty() && value.getOrDefault("student", 0) > value.getOrDefault("adult", 0)) {
            faults.put("student", List.of("student-over-adult"));
        }
        return faults;
    }

    private int least() {
        return switch (this) {
            case ROUNDING, NO_SHOW, WHISPERS -> 1;
            case AGE -> 5;
            default -> 0;
        };
    }

    private int most() {
        return switch (this) {
            case ROUNDING -> 60;
            case FORGOTTEN_CHECK_OUT, LONG_DAY, EARLY_CHECK_IN, LATE_CHECK_OUT -> 1440;
            case AGE -> 100;
            case NO_SHOW, WHISPERS -> 365;
            case LEAVING -> 720;
            case QUIET_HOURS -> 1439;
        };
    }
}
