package org.kulluna.imports;

import biweekly.ICalendar;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.ICalProperty;
import biweekly.property.RawProperty;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What zone a TZID means. People's calendars name zones that they do not define, in the style of Olson ("Europe/London"),
 * of Windows ("Arabian Standard Time"), of a vendor ("/citadel.org/20220930_1/Asia/Dubai") or with other signs between
 * the parts ("US-Eastern"). An IANA name wins over the file's own VTIMEZONE: its rules are newer.
 */
final class ICalZones {
    private final TimezoneInfo zones;

    ICalZones(ICalendar calendar) {
        zones = calendar.getTimezoneInfo();
    }

    /** The TZID of a property as the file has it, null when it carries none. */
    @Nullable
    String idOf(ICalProperty property) {
        String left = property.getParameter("TZID");
        if (left != null) {
            return left;
        }
        TimezoneAssignment assigned = zones.getTimezone(property);
        if (assigned == null) {
            return null;
        }
        VTimezone component = assigned.getComponent();
        if (component != null && component.getTimezoneId() != null) {
            return component.getTimezoneId().getValue();
        }
        return assigned.getGlobalId() != null
                ? assigned.getGlobalId()
                : assigned.getTimeZone().getID();
    }

    Optional<ZoneId> find(String id) {
        Optional<ZoneId> named = named(id);
        return named.isPresent() ? named : defined(id);
    }

    /** By name alone. */
    static Optional<ZoneId> named(String id) {
        String bare = id.strip().replaceFirst("^\"(.*)\"$", "$1");
        Optional<ZoneId> zone = iana(bare);
        // The last two or three parts of a vendor's path.
        String[] parts = bare.split("/");
        for (int take = 3; take >= 2 && zone.isEmpty(); take--) {
            if (parts.length > take) {
                zone = iana(String.join("/", java.util.Arrays.copyOfRange(parts, parts.length - take, parts.length)));
            }
        }
        if (zone.isEmpty()) {
            zone = iana(bare.replace('-', '/'));
        }
        if (zone.isEmpty()) {
            zone = iana(bare.replaceFirst("-", "/").replace(' ', '_'));
        }
        if (zone.isEmpty()) {
            String windows = com.ibm.icu.util.TimeZone.getIDForWindowsID(bare, "001");
            zone = windows == null ? zone : iana(windows);
        }
        return zone;
    }

    private static Optional<ZoneId> iana(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** By what the file's VTIMEZONE says of where it is, or by its only offset. */
    private Optional<ZoneId> defined(String id) {
        for (VTimezone zone : zones.getComponents()) {
            if (zone.getTimezoneId() == null || !id.equals(zone.getTimezoneId().getValue())) {
                continue;
            }
            RawProperty location = zone.getExperimentalProperty("X-LIC-LOCATION");
            if (location != null && named(location.getValue()).isPresent()) {
                return named(location.getValue());
            }
            return offset(zone);
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> offset(VTimezone zone) {
        if (zone.getStandardTimes().size() != 1
                || !zone.getDaylightSavingsTime().isEmpty()) {
            return Optional.empty();
        }
        var to = zone.getStandardTimes().get(0).getTimezoneOffsetTo();
        try {
            return to == null || to.getValue() == null
                    ? Optional.empty()
                    : Optional.of(java.time.ZoneOffset.ofTotalSeconds(
                            Math.toIntExact(to.getValue().getMillis() / 1000)));
        } catch (ZoneRulesException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
