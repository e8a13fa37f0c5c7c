package org.kulluna.audience;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Typed;

/** What to count, of whichever form: a saved segment, or a filter by its fields under {@code filter.}. */
public record CountForm(
        @Nullable FilterForm filter, @Nullable String segment) {
    FilterForm fields() {
        return filter == null ? FilterForm.EMPTY : filter;
    }

    @Nullable
    UUID segmentId() {
        return Typed.text(segment).isEmpty() ? null : Typed.uuid("segment", segment);
    }
}
