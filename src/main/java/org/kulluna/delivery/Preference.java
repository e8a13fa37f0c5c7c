package org.kulluna.delivery;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/**
 * When a person does not want to be disturbed and of what they do not want to be told.
 *
 * @param quietFrom null: the programme's quiet hours; the same as {@code quietTo}: none
 * @param muted of {@link #THEMES}
 * @param version 0 while the person has chosen nothing
 */
public record Preference(
        @Nullable LocalTime quietFrom, @Nullable LocalTime quietTo, ZoneId zone, List<String> muted, int version) {
    public static final List<String> THEMES =
            List.of("volunteering", "social_responsibility", "positive_citizenship", "safety");

    static final Preference NONE = new Preference(null, null, Time.PROGRAMME_ZONE, List.of(), 0);

    /** @param usual the programme's, for whoever did not choose their own: read in the person's zone */
    public QuietHours hours(QuietHours usual) {
        return quietFrom == null || quietTo == null
                ? new QuietHours(usual.from(), usual.to(), zone)
                : new QuietHours(quietFrom, quietTo, zone);
    }

    boolean says(Preference other) {
        return equals(new Preference(other.quietFrom, other.quietTo, other.zone, other.muted, version));
    }
}
