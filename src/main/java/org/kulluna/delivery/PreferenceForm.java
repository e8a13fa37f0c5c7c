package org.kulluna.delivery;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * As typed. {@code quiet}: usual (the programme's hours), own (from {@code quietFrom} to {@code quietTo}, such as 22:00) or
 * none. {@code muted}: themes not to be told of. {@code version} is that of what was looked at.
 */
public record PreferenceForm(
        @Nullable String quiet,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        @Nullable String zone,
        @Nullable List<String> muted,
        @Nullable String version) {
    public static final List<String> QUIET = List.of("usual", "own", "none");

    static PreferenceForm of(Preference p, QuietHours usual) {
        boolean none = p.quietFrom() != null && p.quietFrom().equals(p.quietTo());
        QuietHours shown = none ? usual : p.hours(usual);
        return new PreferenceForm(
                p.quietFrom() == null ? "usual" : none ? "none" : "own",
                shown.from().toString(),
                shown.to().toString(),
                p.zone().getId(),
                p.muted(),
                String.valueOf(p.version()));
    }

    /** For the page. */
    public boolean mutes(String theme) {
        return muted != null && muted.contains(theme);
    }

    List<String> themes() {
        return muted == null
                ? List.of()
                : muted.stream()
                        .filter(Objects::nonNull)
                        .filter(t -> !t.isBlank())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
