package org.kulluna.eligibility;

import java.util.Map;

/**
 * One thing that stands between a person and a duty. Words: {@code reason.KEY} says it, {@code reason.KEY.way} says the
 * way to "yes"; {@code way} is the page where it begins, or empty when only time or the office can help.
 */
public record Reason(String key, Map<String, String> args, String way) {
    static Reason of(String key) {
        return new Reason(key, Map.of(), "");
    }
}
