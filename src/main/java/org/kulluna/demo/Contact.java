package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/**
 * How a member can be told something.
 *
 * @param devices browsers that were ever allowed to show notifications
 * @param muted a theme the member does without; null: none
 */
record Contact(
        boolean account, List<UUID> devices, @Nullable String muted, boolean quietNights) {
    static final LocalTime QUIET_FROM = LocalTime.of(21, 0);
    static final LocalTime QUIET_TO = LocalTime.of(7, 0);

    /** In the app and nowhere else. */
    static final Contact PLAIN = new Contact(true, List.of(), null, false);

    /** When a push may go at the earliest: an urgent one at once, others not in the quiet hours. */
    Instant due(Instant sent, boolean urgent) {
        ZonedDateTime at = sent.atZone(Time.PROGRAMME_ZONE);
        LocalTime time = at.toLocalTime();
        if (urgent || !quietNights || !time.isBefore(QUIET_TO) && time.isBefore(QUIET_FROM)) {
            return sent;
        }
        ZonedDateTime morning = at.with(QUIET_TO);
        return (time.isBefore(QUIET_TO) ? morning : morning.plusDays(1)).toInstant();
    }
}
