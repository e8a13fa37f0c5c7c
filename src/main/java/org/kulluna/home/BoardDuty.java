package org.kulluna.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** One duty on today's board: seats, who is there, who came. {@code maximum} is 0 when its owner counts no seats. */
public record BoardDuty(
        UUID id,
        LocalizedText title,
        String unit,
        String place,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        int minimum,
        int maximum,
        int expected,
        int present,
        int came) {

    /** good, warn or bad: enough people, fewer than the seats' minimum, none at all. */
    public String staffing() {
        return expected == 0 ? "bad" : expected < minimum ? "warn" : "good";
    }
}
