package org.kulluna.imports;

import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ICalProperty;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time of a calendar as it stands there.
 *
 * @param local in {@code zone}
 * @param allDay a date without a time
 * @param unknown the TZID that means no zone we know; the programme's zone then stands in
 */
record ICalTime(
        LocalDateTime local,
        ZoneId zone,
        boolean allDay,
        @Nullable String unknown) {

    static ICalTime of(DateOrDateTimeProperty property, ICalZones zones, ZoneId floating) {
        return of(property.getValue(), property, zones, floating);
    }

    static ICalTime of(ICalDate date, ICalProperty property, ICalZones zones, ZoneId floating) {
        var raw = date.getRawComponents();
        if (raw == null) {
            return new ICalTime(
                    LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC), ZoneOffset.UTC, !date.hasTime(), null);
        }
        LocalDateTime local = LocalDateTime.of(
                raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond());
        if (raw.isUtc()) {
            return new ICalTime(local, ZoneOffset.UTC, false, null);
        }
        String id = zones.idOf(property);
        if (id == null || !date.hasTime()) {
            return new ICalTime(local, floating, !date.hasTime(), null);
        }
        ZoneId zone = zones.find(id).orElse(null);
        return new ICalTime(local, zone == null ? floating : zone, false, zone == null ? id : null);
    }

    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    /** The same instant on another zone's clock. */
    LocalDateTime in(ZoneId other) {
        return other.equals(zone) ? local : LocalDateTime.ofInstant(instant(), other);
    }
}
