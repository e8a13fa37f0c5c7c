package org.kulluna.volunteering;

import java.util.List;
import java.util.Optional;
import org.kulluna.shared.SearchText;

/** What a column of a file may hold, and the headings under which people write it. */
public enum ImportField {
    EXTERNAL_ID(
            "externalId",
            "external id",
            "opportunity id",
            "event id",
            "uid",
            "id",
            "reference",
            "ref",
            "code",
            "المعرف",
            "الرقم المرجعي",
            "رقم الفرصه",
            "الرمز",
            "الرقم"),
    TITLE_AR(
            "titleAr",
            "title ar",
            "arabic title",
            "title arabic",
            "name ar",
            "العنوان",
            "العنوان بالعربيه",
            "عنوان الفرصه",
            "اسم الفرصه",
            "الفرصه",
            "الاسم"),
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
            "name en",
            "العنوان بالانجليزيه"),
    TEXT_AR("textAr", "text ar", "description ar", "arabic description", "الوصف", "التفاصيل", "الوصف بالعربيه"),
    TEXT_EN(
            "textEn",
            "text en",
            "description en",
            "description",
            "summary",
            "details",
            "text",
            "notes",
            "الوصف بالانجليزيه"),
    MAY_AR("mayAr", "may ar", "المسموح"),
    MAY_EN("mayEn", "may en", "may", "tasks"),
    MAY_NOT_AR("mayNotAr", "may not ar", "غير المسموح"),
    MAY_NOT_EN("mayNotEn", "may not en", "may not"),
    PILLAR("pillar", "pillar", "المحور", "الركيزه"),
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
            "city",
            "المكان",
            "الموقع",
            "الحي",
            "المنطقه",
            "العنوان البريدي"),
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
            "dtstart",
            "تاريخ البدايه",
            "تاريخ البدء",
            "التاريخ",
            "اليوم"),
    START_TIME(
            "startTime",
            "start time",
            "from time",
            "begin time",
            "time",
            "from",
            "وقت البدايه",
            "وقت البدء",
            "الوقت",
            "من",
            "بدايه"),
    END_DATE(
            "endDate",
            "end date",
            "end date date",
            "to date",
            "ends",
            "end",
            "dtend",
            "تاريخ النهايه",
            "تاريخ الانتهاء"),
    END_TIME(
            "endTime",
            "end time",
            "to time",
            "finish time",
            "until",
            "to",
            "وقت النهايه",
            "وقت الانتهاء",
            "الي",
            "نهايه"),
    MINUTES("minutes", "minutes", "duration minutes", "المده بالدقائق"),
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
            "places available",
            "المقاعد",
            "عدد المتطوعين",
            "العدد",
            "السعه"),
    MINIMUM("minimum", "minimum", "min", "min needed", "people min", "الحد الادني"),
    ROLE_AR("roleAr", "role ar", "الدور", "المهمه"),
    ROLE_EN("roleEn", "role", "role en", "position", "task"),
    QUALIFICATION(
            "qualification", "qualification", "required qualification", "qualifications", "المؤهل", "المؤهل المطلوب"),
    MINIMUM_AGE("minimumAge", "minimum age", "min age", "age", "العمر", "الحد الادني للعمر"),
    SHIFT_ID("shiftId", "shift id", "slot id", "session id", "رقم المناوبه");

    private final String key;
    private final List<String> headings;

    ImportField(String key, String... headings) {
        this.key = key;
        this.headings = List.of(headings);
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
        String words = folded.startsWith("ال") ? folded : folded.replaceAll("\\bdate date\\b", "date");
        int at = headings.indexOf(words);
        return at < 0 ? 0 : 100 - at;
    }
}
