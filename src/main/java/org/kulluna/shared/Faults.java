package org.kulluna.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults of a form as they are found, all told at once. */
public final class Faults {
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    /** @param key under {@code fault.} */
    public void when(boolean wrong, String field, String key) {
        if (wrong) {
            List<String> keys = found.computeIfAbsent(field, f -> new ArrayList<>());
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
    }

    public void raise() {
        if (!found.isEmpty()) {
            throw Refusal.invalid(found);
        }
    }
}
