package org.kulluna.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table as a mapping says. Rows with one external id are shifts of one opportunity; without an id
 * the folded title stands for it, so that the same file again finds what it made before.
 */
final class CsvOpportunities {
    static final int MAX_TITLE = 200;
    static final int MAX_TEXT = 4000;
    private static final int MAX_MAY = 2000;
    private static final int MAX_ROLE = 100;
    private static final int MAX_ID = 200;
    static final Duration LONGEST = Duration.ofHours(24);
    /** From here on a number of seats means "no limit" (the 9999 of other people's forms). */
    private static final int NO_LIMIT_FROM = 1000;

    private static final Set<String> NO_LIMIT_WORDS = Set.copyOf(ImportVocabulary.words("no-limit"));

    /** 1.23457E+12: a spreadsheet threw away the end of a long number, so that many ids look the same. */
    private static final Pattern SHORTENED = Pattern.compile("\\d[.,]?\\d*[eE]\\+\\d+");

    private final ImportMapping mapping;
    private final ImportPlaces places;
    private final Set<String> qualifications;
    private final Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);

    private CsvOpportunities(CsvTable table, ImportMapping mapping, ImportPlaces places, Set<String> qualifications) {
        this.mapping = mapping;
        this.places = places;
        this.qualifications = qualifications;
        for (ImportField field : ImportField.values()) {
            int column = table.column(mapping.column(field.key()));
            if (column >= 0) {
                columns.put(field, column);
            }
        }
    }

    static List<ImportProposal> read(
            CsvTable table, ImportMapping mapping, ImportPlaces places, Set<String> qualifications) {
        CsvOpportunities reader = new CsvOpportunities(table, mapping, places, qualifications);
        return table.rows().stream().map(reader::proposal).toList();
    }

    private ImportProposal proposal(CsvTable.Row row) {
        Line line = new Line(row);
        if (row.fault() != null) {
            return ImportProposal.unreadable(row.line(), line.anyTitle(), row.fault());
        }
        String titleAr = line.text(ImportField.TITLE_AR, MAX_TITLE, "title-too-long");
        String titleEn = line.text(ImportField.TITLE_EN, MAX_TITLE, "title-too-long");
        if (titleAr == null && titleEn == null && line.faults.isEmpty()) {
            line.faults.add(ImportNote.of("no-title"));
        }
        String place = line.place();
        List<ImportSlot> slots = line.slots();
        return new ImportProposal(
                row.line(),
                line.externalId(titleAr, titleEn),
                titleAr,
                titleEn,
                line.text(ImportField.TEXT_AR, MAX_TEXT, "text-too-long"),
                line.text(ImportField.TEXT_EN, MAX_TEXT, "text-too-long"),
                line.text(ImportField.MAY_AR, MAX_MAY, "text-too-long"),
                line.text(ImportField.MAY_EN, MAX_MAY, "text-too-long"),
                line.text(ImportField.MAY_NOT_AR, MAX_MAY, "text-too-long"),
                line.text(ImportField.MAY_NOT_EN, MAX_MAY, "text-too-long"),
                line.pillar(),
                place,
                slots,
                true,
                false,
                List.copyOf(line.notes),
                List.copyOf(line.faults));
    }

    /** A made-up id that the same title always gives. */
    static String idOf(String title) {
        String folded = org.kulluna.shared.SearchText.fold(title);
        return "title:" + UUID.nameUUIDFromBytes(folded.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** One row being read: its cells, and what there is to say about it. */
    private final class Line {
        private final CsvTable.Row row;
        final List<ImportNote> notes = new ArrayList<>();
        final List<ImportNote> faults = new ArrayList<>();

        Line(CsvTable.Row row) {
            this.row = row;
        }

        String cell(ImportField field) {
            Integer column = columns.get(field);
            String text = column == null || column >= row.cells().size()
                    ? null
                    : ImportText.clean(ImportText.bare(row.cells().get(column).strip()));
            return text == null ? "" : text;
        }

        @Nullable
        String text(ImportField field, int longest, String fault) {
            String cell = cell(field);
            if (cell.length() > longest) {
                faults.add(ImportNote.of(fault, "count", cell.length()));
                return null;
            }
            return cell.isEmpty() ? null : longest <= MAX_TITLE ? ImportText.line(cell) : cell;
        }

        String anyTitle() {
            String ar = cell(ImportField.TITLE_AR);
            String title = ar.isEmpty() ? cell(ImportField.TITLE_EN) : ar;
            return ImportNote.cut(title);
        }

        String externalId(@Nullable String titleAr, @Nullable String titleEn) {
            String id = cell(ImportField.EXTERNAL_ID);
            if (id.length() > MAX_ID) {
                faults.add(ImportNote.of("id-too-long"));
                return "";
            }
            if (SHORTENED.matcher(id).matches()) {
                faults.add(ImportNote.of("id-shortened", "value", id));
            }
            if (!id.isEmpty()) {
                return id;
            }
            String title = titleAr != null ? titleAr : titleEn;
            if (columns.containsKey(ImportField.EXTERNAL_ID)) {
                notes.add(ImportNote.of("no-id"));
            }
            return title == null ? "" : idOf(title);
        }

        @Nullable
        String pillar() {
            String cell = cell(ImportField.PILLAR);
            if (cell.isEmpty()) {
                return null;
            }
            Optional<String> pillar = ImportPillars.find(cell);
            if (pillar.isEmpty()) {
                notes.add(ImportNote.of("pillar-not-known", "value", cell));
            }
            return pillar.orElse(null);
        }

        @Nullable
        String place() {
            String cell = cell(ImportField.PLACE);
            if (cell.isEmpty()) {
                return null;
            }
            Optional<String> place = places.find(cell);
            if (place.isEmpty()) {
                notes.add(ImportNote.of("place-not-known", "value", ImportPlaces.readable(cell)));
            }
            return place.orElse(null);
        }

        List<ImportSlot> slots() {
            ImportDates.Moment start = moment(ImportField.START_DATE);
            ImportDates.Moment end = moment(ImportField.END_DATE);
            LocalTime from = time(ImportField.START_TIME, start);
            LocalTime to = time(ImportField.END_TIME, end);
            Integer minutes = number(ImportField.MINUTES, 1, (int) LONGEST.toMinutes(), "not-minutes");
            Integer maximum = seats();
            Integer minimum = number(ImportField.MINIMUM, 0, ImportMapping.MAX_SEATS, "not-seats");
            Integer age = number(ImportField.MINIMUM_AGE, 0, 99, "not-an-age");
            String qualification = qualification();
            String roleAr = text(ImportField.ROLE_AR, MAX_ROLE, "role-too-long");
            String roleEn = text(ImportField.ROLE_EN, MAX_ROLE, "role-too-long");
            if (!faults.isEmpty()) {
                return List.of();
            }
            if (start == null || from == null || to == null && minutes == null) {
                notes.add(ImportNote.of(start == null ? "no-date" : from == null ? "no-times" : "no-end"));
                return List.of();
            }
            Instant startsAt = instant(start.day(), from, start.offset());
            Instant endsAt = to == null
                    ? startsAt.plus(Duration.ofMinutes(java.util.Objects.requireNonNull(minutes)))
                    : end(start, from, end, to);
            return span(startsAt, endsAt)
                    .map(key -> List.of(new ImportSlot(
                            key,
                            startsAt,
                            endsAt,
                            mapping.zone(),
                            null,
                            roleAr,
                            roleEn,
                            minimum,
                            maximum,
                            qualification,
                            age)))
                    .orElse(List.of());
        }

        /** The shift's key, or empty and a fault when the times make no shift. */
        private Optional<String> span(Instant startsAt, Instant endsAt) {
            if (!startsAt.isBefore(endsAt)) {
                faults.add(ImportNote.of("ends-before-start"));
                return Optional.empty();
            }
            if (Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
                notes.add(ImportNote.of("longer-than-a-day"));
                return Optional.empty();
            }
            String id = cell(ImportField.SHIFT_ID);
            if (SHORTENED.matcher(id).matches()) {
                faults.add(ImportNote.of("id-shortened", "value", id));
                return Optional.empty();
            }
            return Optional.of(id.isEmpty() || id.length() > MAX_ID ? startsAt.toString() : id);
        }

        /** Without a date of its own, an end no later than the start is on the next day. */
        private Instant end(ImportDates.Moment start, LocalTime from, ImportDates.@Nullable Moment end, LocalTime to) {
            LocalDate day = end != null
                    ? end.day()
                    : to.isAfter(from) ? start.day() : start.day().plusDays(1);
            boolean midnight = end != null && to.equals(LocalTime.MIDNIGHT) && day.equals(start.day());
            ZoneOffset offset = end != null && end.offset() != null ? end.offset() : start.offset();
            return instant(midnight ? day.plusDays(1) : day, to, offset);
        }

        private Instant instant(LocalDate day, LocalTime time, @Nullable ZoneOffset offset) {
            LocalDateTime local = day.atTime(time);
            return offset != null
                    ? local.toInstant(offset)
                    : local.atZone(mapping.zoneId()).toInstant();
        }

        private ImportDates.@Nullable Moment moment(ImportField field) {
            String cell = cell(field);
            if (cell.isEmpty()) {
                return null;
            }
            Optional<ImportDates.Moment> moment = ImportDates.parse(cell, mapping.dateOrder());
            if (moment.isEmpty()) {
                boolean other = ImportDates.fitsOtherOrder(cell, mapping.dateOrder());
                faults.add(ImportNote.of(other ? "date-other-order" : "not-a-date", "value", cell));
            }
            return moment.orElse(null);
        }

        private @Nullable LocalTime time(ImportField field, ImportDates.@Nullable Moment day) {
            String cell = cell(field);
            // "0" stands for "not said" in many exports.
            if (cell.isEmpty() || cell.equals("0")) {
                return day == null ? null : day.time();
            }
            Optional<LocalTime> time = ImportDates.time(cell);
            if (time.isEmpty()) {
                faults.add(ImportNote.of("not-a-time", "value", cell));
            }
            return time.orElse(null);
        }

        private @Nullable Integer seats() {
            String cell = ImportText.plain(cell(ImportField.SEATS));
            if (cell.isEmpty() || cell.equals("0")) {
                return null;
            }
            if (NO_LIMIT_WORDS.contains(cell) || cell.matches("\\d{4,9}") && Integer.parseInt(cell) >= NO_LIMIT_FROM) {
                notes.add(ImportNote.of("no-limit", "seats", mapping.defaultSeats()));
                return ImportSlot.NO_LIMIT;
            }
            return number(ImportField.SEATS, 1, ImportMapping.MAX_SEATS, "not-seats");
        }

        private @Nullable Integer number(ImportField field, int least, int most, String fault) {
            String cell = ImportText.plain(cell(field)).replaceFirst("\\.0+$", "");
            if (cell.isEmpty()) {
                return null;
            }
            if (!cell.matches("\\d{1,6}") || Integer.parseInt(cell) < least || Integer.parseInt(cell) > most) {
                faults.add(ImportNote.of(fault, "value", cell(field)));
                return null;
            }
            return Integer.parseInt(cell);
        }

        /** Known by code; an unknown one refuses the row, because dropping it would let anybody in. */
        private @Nullable String qualification() {
            String cell = cell(ImportField.QUALIFICATION);
            if (cell.isEmpty()) {
                return null;
            }
            String code = ImportText.plain(cell).toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
            if (!qualifications.contains(code)) {
                faults.add(ImportNote.of("qualification-not-known", "value", cell));
                return null;
            }
            return code;
        }
    }
}
