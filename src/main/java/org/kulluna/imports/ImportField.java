package org.kulluna.imports;

import java.util.List;
import java.util.Optional;
import org.kulluna.shared.SearchText;

/** What a column of a file may hold, and the headings under which people write it. */
public enum ImportField {
    EXTERNAL_ID("externalId", "external id", "opportunity id", "event id", "uid", "id", "reference", "ref", "code"),
    TITLE_AR("titleAr", "title ar", "arabic title", "title arabic", "name ar"),
    TITLE_EN(
            "titleEn",
            "title en",
            "english title",
            "title english",
            "title",
            "name",
            "opportunity",
            "event",
            "event name",
            "subject",
            "summary title",
            "name en"),
    TEXT_AR("textAr", "text ar", "description ar", "arabic description"),
    TEXT_EN("textEn", "text en", "description en", "description", "summary", "details", "text", "notes"),
    MAY_AR("mayAr", "may ar"),
    MAY_EN("mayEn", "may en", "may", "tasks"),
    MAY_NOT_AR("mayNotAr", "may not ar"),
    MAY_NOT_EN("mayNotEn", "may not en", "may not"),
    PILLAR("pillar", "pillar"),
    PLACE(
            "place",
            "place",
            "location",
            "venue",
            "locality",
            "neighbourhood",
            "neighborhood",
            "address",
            "where",
            "city"),
    START_DATE(
            "startDate",
            "start date",
            "start date date",
            "date",
            "day",
            "from date",
            "begin date",
            "starts",
            "start",
            "dtstart"),
    START_TIME("startTime", "start time", "from time", "begin time", "time", "from"),
    END_DATE("endDate", "end date", "end date date", "to date", "ends", "end", "dtend"),
    END_TIME("endTime", "end time", "to time", "finish time", "until", "to"),
    MINUTES("minutes", "minutes", "duration minutes"),
    SEATS(
            "seats",
            "seats",
            "maximum",
            "max",
            "max needed",
            "capacity",
            "vol requests",
            "volunteers needed",
            "volunteers",
            "people max",
            "places available"),
    MINIMUM("minimum", "minimum", "min", "min needed", "people min"),
    ROLE_AR("roleAr", "role ar"),
    ROLE_EN("roleEn", "role", "role en", "position", "task"),
    QUALIFICATION("qualification", "qualification", "required qualification", "qualifications"),
    MINIMUM_AGE("minimumAge", "minimum age", "min age", "age"),
    SHIFT_ID("shiftId", "shift id", "slot id", "session id");

    private final String key;
    private final List<String> headings;

    ImportField(String key, String... headings) {
        this.key = key;
        List<String> all = new java.util.ArrayList<>(List.of(headings));
        all.addAll(ImportVocabulary.words("heading." + key));
        this.headings = List.copyOf(all);
    }

    /** Its name in forms, in the API and in saved mappings. */
    public String key() {
        return key;
    }

    /** Asked first; the others stand folded away. */
    public static final List<ImportField> MAIN =
            List.of(TITLE_AR, TITLE_EN, EXTERNAL_ID, PLACE, START_DATE, START_TIME, END_DATE, END_TIME, SEATS);

    public static List<ImportField> further() {
        return java.util.Arrays.stream(values()).filter(f -> !MAIN.contains(f)).toList();
    }

    static Optional<ImportField> find(String key) {
        for (ImportField field : values()) {
            if (field.key.equals(key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** How well a heading fits: 0 not at all, higher is better; the first headings of a field are the surest. */
    int fit(String heading) {
        String folded = SearchText.fold(heading);
        String words = folded.replaceAll("\\bdate date\\b", "date");
        int at = headings.indexOf(words);
        return at < 0 ? 0 : 100 - at;
    }
}
