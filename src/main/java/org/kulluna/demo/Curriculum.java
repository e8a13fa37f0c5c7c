package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.SearchText;

/** The courses of the demo, from their sheet, and a room in each unit that holds one. */
final class Curriculum {
    /** @param held how often in the first half of 2022; {@code size} about how many came each time */
    record Lesson(
            String code,
            String level,
            String unit,
            String prerequisite,
            String qualification,
            String months,
            int held,
            int size,
            int minutes,
            int sessions,
            String assessedBy,
            LocalizedText title) {
        boolean hasQuiz() {
            return assessedBy.equals("quiz") || assessedBy.equals("both");
        }

        boolean hasPractical() {
            return assessedBy.equals("both");
        }
    }

    final Map<String, Lesson> lessons = new LinkedHashMap<>();
    final Map<String, List<UUID>> parts = new LinkedHashMap<>();
    private final Map<String, UUID> rooms = new LinkedHashMap<>();
    private final Tables tables;

    Curriculum(Tables tables) {
        this.tables = tables;
    }

    void write(Land land, UUID office, Instant since, Dice dice) {
        for (NamedCsvRecord r : Sheets.read("demo/courses")) {
            Lesson l = new Lesson(
                    r.getField("code"),
                    r.getField("level"),
                    r.getField("unit"),
                    r.getField("prerequisite"),
                    r.getField("qualification"),
                    r.getField("months"),
                    Integer.parseInt(r.getField("held")),
                    Integer.parseInt(r.getField("size")),
                    Integer.parseInt(r.getField("minutes")),
                    Integer.parseInt(r.getField("sessions")),
                    r.getField("assessed_by"),
                    new LocalizedText(r.getField("title_ar"), r.getField("title_en")));
            lessons.put(l.code(), l);
            course(l, r, office, since);
            rooms.computeIfAbsent(l.unit(), unit -> room(unit, land, since, dice));
        }
        for (NamedCsvRecord r : Sheets.read("demo/parts")) {
            UUID id = dice.id(since);
            List<UUID> of = parts.computeIfAbsent(r.getField("course"), c -> new ArrayList<>());
            tables.part.row(
                    id,
                    r.getField("course"),
                    of.size(),
                    r.getField("title_ar"),
                    r.getField("title_en"),
                    r.getField("minutes"));
            of.add(id);
        }
    }

    private void course(Lesson l, NamedCsvRecord r, UUID office, Instant since) {
        tables.course.row(
                l.code(),
                l.title().ar(),
                l.title().en(),
                r.getField("text_ar"),
                r.getField("text_en"),
                SearchText.stored(l.title().ar(), l.title().en()),
                l.level(),
                l.unit(),
                l.prerequisite().isEmpty() ? List.of() : List.of(l.prerequisite()),
                l.qualification(),
                l.months().isEmpty() ? null : l.months(),
                l.assessedBy(),
                l.hasQuiz() ? ExamPapers.MARK : null,
                "published",
                office,
                since);
    }

    private UUID room(String unit, Land land, Instant since, Dice dice) {
        UUID id = dice.id(since);
        Land.Spot spot = land.venue(land.unit(unit).region(), dice);
        NamedCsvRecord names = Sheets.read("demo/rooms").getFirst();
        tables.room.row(id, unit, spot.code(), names.getField("name_ar"), names.getField("name_en"), 500);
        return id;
    }

    UUID room(Lesson lesson) {
        return java.util.Objects.requireNonNull(rooms.get(lesson.unit()));
    }
}
