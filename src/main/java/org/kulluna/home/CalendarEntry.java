package org.kulluna.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a person's calendars are told of one duty or session.
 *
 * @param id of the shift or session: the event's UID for ever
 * @param sequence rises by one with each change of the content and never falls (RFC 5545, section 3.8.7.4)
 * @param changedAt when the content was last found changed
 */
record CalendarEntry(UUID id, Content content, int sequence, Instant changedAt) {
    static final String CONFIRMED = "confirmed";
    static final String TENTATIVE = "tentative";
    static final String CANCELLED = "cancelled";

    /** @param path of its page in this house */
    record Content(
            String status,
            String title,
            String place,
            String text,
            String path,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone) {
        Content cancelled() {
            return new Content(CANCELLED, title, place, text, path, startsAt, endsAt, zone);
        }
    }

    /** Not told to anybody yet. */
    static CalendarEntry unsaid(UUID id, Content content) {
        return new CalendarEntry(id, content, 0, Instant.EPOCH);
    }

    boolean isCancelled() {
        return content.status().equals(CANCELLED);
    }

    /**
     * What to tell now: each of {@code current} as it stands, with its number raised when it is not what was
     * {@code told}; and whatever was told and is no more, called off.
     */
    static List<CalendarEntry> toTell(List<CalendarEntry> current, List<CalendarEntry> told, Instant now) {
        Map<UUID, CalendarEntry> known =
                told.stream().collect(Collectors.toMap(CalendarEntry::id, Function.identity()));
        List<CalendarEntry> all = new ArrayList<>();
        Set<UUID> held = new HashSet<>();
        for (CalendarEntry c : current) {
            CalendarEntry before = known.get(c.id);
            held.add(c.id);
            all.add(before == null ? new CalendarEntry(c.id, c.content, 0, now) : before.with(c.content, now));
        }
        for (CalendarEntry gone : told) {
            if (!held.contains(gone.id)) {
                all.add(gone.with(gone.content.cancelled(), now));
            }
        }
        return all;
    }

    private CalendarEntry with(Content next, Instant now) {
        return next.equals(content) ? this : new CalendarEntry(id, next, sequence + 1, now);
    }
}
