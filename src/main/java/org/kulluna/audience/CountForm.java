package org.kulluna.audience;

import org.jspecify.annotations.Nullable;

/** A filter to count, of whichever form: its fields under {@code filter.}. */
public record CountForm(@Nullable FilterForm filter) {
    FilterForm fields() {
        return filter == null ? FilterForm.EMPTY : filter;
    }
}
