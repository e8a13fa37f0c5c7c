package org.kulluna.imports;

import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceProperty;
import biweekly.property.RecurrenceRule;
import biweekly.property.TextProperty;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import biweekly.util.Recurrence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One VEVENT being read: what it proposes, and what there is to say about it. */
final class ICalEvent {
    private final VEvent event;
    private final int line;
    private final ICalZones zones;
    private final ImportMapping mapping;
    private final ImportPlaces places;
    private final ICalRecurrence.Bounds bounds;
    private final List<ImportNote> notes = new ArrayList<>();
    private final List<ImportNote> faults = new ArrayList<>();
    private boolean endless;

    ICalEvent(
            VEvent event,
            int line,
            ICalZones zones,
            ImportMapping mapping,
            ImportPlaces places,
            ICalRecurrence.Bounds bounds) {
        this.event = event;
        this.line = line;
        this.zones = zones;
        this.mapping = mapping;
        this.places = places;
        this.bounds = bounds;
    }

    /**
     * @param replaced first-planned instants of occurrences that stand as events of their own
     * @param cancelled the whole calendar was sent to cancel
     */
    ImportProposal proposal(Set<Instant> replaced, boolean cancelled) {
        String title = text(event.getSummary(), CsvOpportunities.MAX_TITLE, "title-too-long");
        title = title == null ? null : ImportText.line(title);
        String text = text(event.getDescription(), CsvOpportunities.MAX_TEXT, "text-too-long");
        if (title == null && faults.isEmpty()) {
            faults.add(ImportNote.of("no-title"));
        }
        if (cancelled || event.getStatus() != null && event.getStatus().isCancelled()) {
            faults.add(ImportNote.of("cancelled-there"));
        }
        String id = uid(event);
        if (id.isEmpty()) {
            notes.add(ImportNote.of("no-id"));
            id = title == null ? "" : CsvOpportunities.idOf(title);
        }
        String place = place();
        List<ImportSlot> slots = faults.isEmpty() ? slots(replaced) : List.of();
        boolean arabic = title != null && ImportText.isArabic(title);
        boolean arabicText = text == null ? arabic : ImportText.isArabic(text);
        return new ImportProposal(
                line,
                id,
                arabic ? title : null,
                arabic ? null : title,
                arabicText ? text : null,
                arabicText ? null : text,
                null,
                null,
                null,
                null,
                pillar(),
                place,
                slots,
                event.getRecurrenceId() == null,
                endless,
                List.copyOf(notes),
                List.copyOf(faults));
    }

    static String uid(VEvent event) {
        String uid = event.getUid() == null ? null : event.getUid().getValue();
        String line = uid == null ? null : ImportText.line(uid);
        return line == null || line.length() > 200 ? "" : line;
    }

    private @Nullable String text(@Nullable TextProperty property, int longest, String fault) {
        String value = property == null || property.getValue() == null ? null : ImportText.clean(property.getValue());
        if (value != null && value.length() > longest) {
            faults.add(ImportNote.of(fault, "count", value.length()));
            return null;
        }
        return value;
    }

    private @Nullable String place() {
        String location =
                event.getLocation() == null ? null : event.getLocation().getValue();
        String text = location == null ? null : ImportText.line(location);
        if (text == null) {
            return null;
        }
        Optional<String> place = places.find(text);
        if (place.isEmpty()) {
            notes.add(ImportNote.of("place-not-known", "value", text));
        }
        return place.orElse(null);
    }

    private @Nullable String pillar() {
        return event.getCategories().stream()
                .flatMap(c -> c.getValues().stream())
                .flatMap(c -> ImportPillars.find(c).stream())
                .findFirst()
                .orElse(null);
    }

    private List<ImportSlot> slots(Set<Instant> replaced) {
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            faults.add(ImportNote.of("no-date"));
            return List.of();
        }
        try {
            ICalTime start = ICalTime.of(event.getDateStart(), zones, mapping.zoneId());
            int year = start.local().getYear();
            if (year < 1900 || year > 2200) {
                throw new DateTimeException("year");
            }
            if (start.unknown() != null) {
                notes.add(ImportNote.of("zone-not-known", "value", start.unknown()));
            }
            Duration length = length(start);
            return length == null ? List.of() : occurrences(start, length, replaced);
        } catch (DateTimeException e) {
            faults.add(ImportNote.of(
                    "not-a-date", "value", String.valueOf(event.getDateStart().getValue())));
            return List.of();
        }
    }

    /** By the clock on the wall, so that a night shift stays one when the clocks change. Null: no shift can be made. */
    private @Nullable Duration length(ICalTime start) {
        Duration length = null;
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            ICalTime end = ICalTime.of(event.getDateEnd(), zones, mapping.zoneId());
            length = Duration.between(start.local(), end.in(start.zone()));
        } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
            length = Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        if (start.allDay()) {
            notes.add(ImportNote.of("all-day"));
        } else if (length == null || length.isZero()) {
            notes.add(ImportNote.of("no-end"));
        } else if (length.isNegative()) {
            faults.add(ImportNote.of("ends-before-start"));
        } else if (length.compareTo(CsvOpportunities.LONGEST) > 0) {
            notes.add(ImportNote.of("longer-than-a-day"));
        } else {
            return length;
        }
        return null;
    }

    private List<ImportSlot> occurrences(ICalTime start, Duration length, Set<Instant> replaced) {
        TreeMap<Instant, LocalDateTime> ends = new TreeMap<>();
        if (event.getRecurrenceId() != null && event.getRecurrenceId().getValue() != null) {
            if (event.getRecurrenceId().getRange() != null) {
                faults.add(ImportNote.of("range"));
                return List.of();
            }
            Instant original = ICalTime.of(event.getRecurrenceId(), zones, mapping.zoneId())
                    .instant();
            return List.of(slot(original, start.instant(), start.local().plus(length), start.zone()));
        }
        for (LocalDateTime time : starts(start)) {
            ends.put(time.atZone(start.zone()).toInstant(), time.plus(length));
        }
        addPeriods(start.zone(), ends);
        ends.keySet().removeAll(replaced);
        List<ImportSlot> slots = new ArrayList<>();
        ends.forEach((at, end) -> slots.add(slot(at, at, end, start.zone())));
        slots.sort(Comparator.comparing(ImportSlot::startsAt));
        if (slots.isEmpty() && faults.isEmpty()) {
            notes.add(ImportNote.of("no-occurrence"));
        }
        return slots;
    }

    private ImportSlot slot(Instant key, Instant startsAt, LocalDateTime end, ZoneId zone) {
        Instant endsAt = end.atZone(zone).toInstant();
        // An hour that the clocks leave out could swallow a short shift whole.
        Instant after = endsAt.isAfter(startsAt) ? endsAt : startsAt.plus(Duration.ofMinutes(1));
        String shown = zone instanceof ZoneOffset ? mapping.zone() : zone.getId();
        return new ImportSlot(key.toString(), startsAt, after, shown, null, null, null, null, null, null, null);
    }

    /** Local starting times by DTSTART, RRULE and RDATE, without EXDATE and EXRULE. */
    Set<LocalDateTime> starts(ICalTime start) {
        List<Recurrence> rules = rules(RecurrenceRule.class);
        Set<LocalDateTime> starts = new java.util.TreeSet<>();
        if (rules.isEmpty()) {
            starts.add(start.local());
        } else {
            ICalRecurrence.Times times = ICalRecurrence.expand(start.local(), start.zone(), rules, bounds);
            starts.addAll(times.starts());
            endless = times.endless() || times.cut();
            if (times.cut() || times.endless()) {
                notes.add(ImportNote.of(times.cut() ? "recurrence-cut" : "recurrence-endless", "count", starts.size()));
            }
        }
        for (RecurrenceDates dates : event.getRecurrenceDates()) {
            for (ICalDate date : dates.getDates()) {
                ICalTime time = ICalTime.of(date, dates, zones, mapping.zoneId());
                starts.add(
                        time.allDay()
                                ? time.local()
                                        .toLocalDate()
                                        .atTime(start.local().toLocalTime())
                                : time.in(start.zone()));
            }
        }
        removeExceptions(start, starts);
        return starts;
    }

    private void removeExceptions(ICalTime start, Set<LocalDateTime> starts) {
        Set<LocalDate> days = new HashSet<>();
        for (ExceptionDates dates : event.getExceptionDates()) {
            for (ICalDate date : dates.getValues()) {
                ICalTime time = ICalTime.of(date, dates, zones, mapping.zoneId());
                if (time.allDay()) {
                    days.add(time.local().toLocalDate());
                } else {
                    starts.remove(time.in(start.zone()));
                }
            }
        }
        starts.removeIf(s -> days.contains(s.toLocalDate()));
        List<Recurrence> rules = rules(ExceptionRule.class);
        if (!rules.isEmpty()) {
            starts.removeAll(ICalRecurrence.expand(start.local(), start.zone(), rules, bounds)
                    .starts());
        }
    }

    private List<Recurrence> rules(Class<? extends RecurrenceProperty> kind) {
        List<Recurrence> rules = new ArrayList<>();
        for (RecurrenceProperty property : event.getProperties(kind)) {
            if (ICalRecurrence.isUnderstood(property.getValue())) {
                rules.add(property.getValue());
            } else {
                faults.add(ImportNote.of("recurrence-not-known"));
            }
        }
        return rules;
    }

    private void addPeriods(ZoneId zone, TreeMap<Instant, LocalDateTime> ends) {
        for (RecurrenceDates dates : event.getRecurrenceDates()) {
            for (Period period : dates.getPeriods()) {
                ICalTime from = ICalTime.of(period.getStartDate(), dates, zones, mapping.zoneId());
                LocalDateTime start = from.in(zone);
                Duration length = period.getEndDate() != null
                        ? Duration.between(
                                start,
                                ICalTime.of(period.getEndDate(), dates, zones, mapping.zoneId())
                                        .in(zone))
                        : Duration.ofMillis(period.getDuration().toMillis());
                if (!length.isNegative() && !length.isZero() && length.compareTo(CsvOpportunities.LONGEST) <= 0) {
                    ends.put(from.instant(), start.plus(length));
                }
            }
        }
    }
}
