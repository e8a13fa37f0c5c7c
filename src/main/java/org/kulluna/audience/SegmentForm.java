package org.kulluna.audience;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;

/**
 * A segment as typed. {@code id} is made by the client: sent again, it makes no second one. {@code unit} empty: the whole
 * programme's. {@code version} is that of what was looked at.
 */
public record SegmentForm(
        @Nullable String id,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameAr,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameEn,

        @Nullable String unit,
        @Nullable FilterForm filter,
        @Nullable String version) {
    static SegmentForm empty(@Nullable String unit) {
        return new SegmentForm(Ids.next().toString(), "", "", unit, FilterForm.EMPTY, "0");
    }

    static SegmentForm of(Segment s) {
        return new SegmentForm(
                s.id().toString(),
                s.name().ar(),
                s.name().en(),
                s.unit(),
                FilterForm.of(s.filter()),
                String.valueOf(s.version()));
    }

    /** Another one that means the same. */
    SegmentForm copy(@Nullable String unit) {
        return new SegmentForm(Ids.next().toString(), nameAr, nameEn, unit, filter, "0");
    }

    public FilterForm fields() {
        return filter == null ? FilterForm.EMPTY : filter;
    }
}
