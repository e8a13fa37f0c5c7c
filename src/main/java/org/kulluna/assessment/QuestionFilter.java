package org.kulluna.assessment;

import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;

/**
 * Which questions of a bank, and in which order.
 *
 * @param kind, state empty for all; what is none of them finds nothing
 * @param order newest or hardest; anything else is newest
 */
public record QuestionFilter(
        String q,
        String kind,
        String state,
        String order,
        @Nullable Cursor after) {
    static QuestionFilter of(String q, String kind, String state, String order, String after) {
        return new QuestionFilter(q, kind, state, order.equals("hardest") ? "hardest" : "newest", Cursor.parse(after));
    }

    boolean isHardestFirst() {
        return order.equals("hardest");
    }
}
