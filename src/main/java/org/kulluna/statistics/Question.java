package org.kulluna.statistics;

import java.time.Instant;
import java.util.Map;

/** What a figure is asked of: the entries of a period, as they stood at an instant, narrowed by dimensions. */
public record Question(Period period, Instant asOf, Map<Dimension, String> where) {
    public Question with(Dimension dimension, String value) {
        Map<Dimension, String> more = new java.util.EnumMap<>(Dimension.class);
        more.putAll(where);
        more.put(dimension, value);
        return new Question(period, asOf, Map.copyOf(more));
    }

    public Question in(Period other) {
        return new Question(other, asOf, where);
    }
}
