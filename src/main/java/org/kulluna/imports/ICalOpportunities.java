package org.kulluna.imports;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kulluna.shared.Refusal;

/**
 * Reads iCalendar (RFC 5545) as people's programs write it, which is not as the standard has it. Each VEVENT is a line;
 * a recurring one gives many shifts, and its changed occurrences (RECURRENCE-ID) are lines of their own.
 */
final class ICalOpportunities {
    static final int MAX_EVENTS = 20_000;
    static final int MAX_SHIFTS = 50_000;

    private final ImportMapping mapping;
    private final ImportPlaces places;
    private final ICalRecurrence.Bounds bounds;
    private int shifts;

    private ICalOpportunities(ImportMapping mapping, ImportPlaces places, ICalRecurrence.Bounds bounds) {
        this.mapping = mapping;
        this.places = places;
        this.bounds = bounds;
    }

    /** @throws Refusal INVALID when the file as a whole is no calendar */
    static List<ImportProposal> read(byte[] content, ImportMapping mapping, ImportPlaces places, LocalDate today) {
        return read(content, mapping, places, ICalRecurrence.Bounds.of(today));
    }

    static List<ImportProposal> read(
            byte[] content, ImportMapping mapping, ImportPlaces places, ICalRecurrence.Bounds bounds) {
        String text = ImportCharset.decode(content).text();
        List<Integer> lines = lines(text);
        List<ImportProposal> proposals = new ArrayList<>();
        ICalOpportunities reader = new ICalOpportunities(mapping, places, bounds);
        for (ICalendar calendar : calendars(text)) {
            reader.readInto(calendar, lines, proposals);
        }
        // What stands outside every calendar is never given to us; it is named, so that no event vanishes unsaid.
        lines.stream()
                .skip(proposals.size())
                .forEach(l -> proposals.add(ImportProposal.unreadable(l, "", ImportNote.of("outside"))));
        if (isCut(text) && !proposals.isEmpty()) {
            ImportProposal last = proposals.removeLast();
            proposals.add(last.refused(ImportNote.of("row-cut")));
        }
        return proposals;
    }

    /** Enough to know that it can be read: for the upload. */
    static int count(byte[] content) {
        return lines(ImportCharset.decode(content).text()).size();
    }

    private void readInto(ICalendar calendar, List<Integer> lines, List<ImportProposal> proposals) {
        ICalZones zones = new ICalZones(calendar);
        boolean cancelled = calendar.getMethod() != null && calendar.getMethod().isCancel();
        List<VEvent> events = events(calendar);
        Map<String, Set<Instant>> overridden = overridden(events, zones);
        for (VEvent event : events) {
            int line = proposals.size() < lines.size() ? lines.get(proposals.size()) : proposals.size() + 1;
            Set<Instant> replaced = overridden.getOrDefault(ICalEvent.uid(event), Set.of());
            ImportProposal p = new ICalEvent(event, line, zones, mapping, places, bounds).proposal(replaced, cancelled);
            shifts += p.slots().size();
            if (shifts > MAX_SHIFTS) {
                throw Refusal.invalid("file", "import-too-many-shifts");
            }
            boolean open = !event.getComponents(VEvent.class).isEmpty();
            proposals.add(open ? p.refused(ImportNote.of("row-cut")) : p);
        }
    }

    /** The occurrences that stand as events of their own, by UID. */
    private Map<String, Set<Instant>> overridden(List<VEvent> events, ICalZones zones) {
        Map<String, Set<Instant>> all = new HashMap<>();
        for (VEvent event : events) {
            if (event.getRecurrenceId() != null && event.getRecurrenceId().getValue() != null) {
                Instant original = ICalTime.of(event.getRecurrenceId(), zones, mapping.zoneId())
                        .instant();
                all.computeIfAbsent(ICalEvent.uid(event), u -> new HashSet<>()).add(original);
            }
        }
        return all;
    }

    /** In the file's order. Those after one that was never ended are read as parts of it. */
    private static List<VEvent> events(ICalendar calendar) {
        List<VEvent> all = new ArrayList<>();
        Deque<VEvent> open = new ArrayDeque<>(calendar.getEvents());
        while (!open.isEmpty()) {
            VEvent event = open.pop();
            all.add(event);
            event.getComponents(VEvent.class).reversed().forEach(open::push);
        }
        return all;
    }

    private static List<ICalendar> calendars(String text) {
        try (ICalReader reader = new ICalReader(text, ICalVersion.V2_0)) {
            List<ICalendar> all = new ArrayList<>();
            ICalendar next = reader.readNext();
            while (next != null) {
                all.add(next);
                next = reader.readNext();
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On which line each VEVENT begins. */
    private static List<Integer> lines(String text) {
        List<Integer> lines = new ArrayList<>();
        boolean calendar = false;
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            String upper = line.strip().toUpperCase(Locale.ROOT);
            calendar |= upper.equals("BEGIN:VCALENDAR");
            if (upper.equals("BEGIN:VEVENT")) {
                lines.add(number);
            }
        }
        if (!calendar) {
            throw Refusal.invalid("file", "import-not-a-calendar");
        }
        if (lines.isEmpty()) {
            throw Refusal.invalid("file", "import-no-events");
        }
        if (lines.size() > MAX_EVENTS) {
            throw Refusal.invalid("file", "import-too-many-rows");
        }
        return lines;
    }

    private static boolean isCut(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.lastIndexOf("END:VEVENT") < upper.lastIndexOf("BEGIN:VEVENT");
    }
}
