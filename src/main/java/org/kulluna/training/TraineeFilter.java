package org.kulluna.training;

import org.jspecify.annotations.Nullable;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Typed;

/**
 * Which trainees of an offering are asked for.
 *
 * @param q a name or a membership number; empty: everybody
 * @param state as in {@link EnrolmentState}, {@code gone} for those who no longer hold a place; empty: those who do or did
 * @param after cursor of the page before: the place's position; empty: from the beginning
 */
public record TraineeFilter(
        @Nullable String q,
        @Nullable String state,
        @Nullable String after) {
    static final TraineeFilter ALL = new TraineeFilter("", "", "");

    /** The membership number that was typed; null when it is a name. */
    @Nullable
    Long number() {
        String typed = SearchText.fold(words());
        return typed.matches("[0-9]{1,15}") ? Long.valueOf(typed) : null;
    }

    public String words() {
        return Typed.text(q);
    }

    public String stateOrAll() {
        return Typed.text(state);
    }

    long behind() {
        String from = Typed.text(after);
        return from.matches("[0-9]{1,15}") ? Long.parseLong(from) : 0;
    }
}
