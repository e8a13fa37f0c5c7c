package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.LocalizedText;

/** What the units need volunteers for, and in which season. */
final class Templates {
    /** @param minutes planned length; {@code startHour} local; {@code places} when it belongs somewhere, else empty */
    record Template(
            String code,
            String pillar,
            String kind,
            String unit,
            LocalizedText title,
            LocalizedText text,
            LocalizedText may,
            LocalizedText mayNot,
            int minutes,
            int startHour,
            int peopleMin,
            int peopleMax,
            String qualification,
            int minimumAge,
            boolean students,
            List<Season> seasons,
            List<String> places) {

        boolean isOn(LocalDate day) {
            return seasons.isEmpty() || seasons.stream().anyMatch(s -> s.holds(day));
        }
    }

    /** Both ends included, may wrap the year's end. A feast that moves holds for 2022 only. */
    record Season(MonthDay from, MonthDay to, boolean only2022) {
        boolean holds(LocalDate day) {
            MonthDay d = MonthDay.from(day);
            boolean inside =
                    from.isAfter(to) ? !d.isBefore(from) || !d.isAfter(to) : !d.isBefore(from) && !d.isAfter(to);
            return inside && (!only2022 || day.getYear() == 2022);
        }
    }

    record RoleName(LocalizedText name, int share) {}

    private static final Map<String, Double> OFTEN =
            Map.of("patrol", 4.5, "awareness", 3.5, "organisation", 2.5, "humanitarian", 2.5, "event", 1.5);

    final List<Template> all = new ArrayList<>();
    private final Map<String, List<RoleName>> roles = new HashMap<>();

    Templates() {
        Map<String, List<Season>> seasons = new HashMap<>();
        for (NamedCsvRecord r : Sheets.read("demo/opportunity-seasons")) {
            seasons.computeIfAbsent(r.getField("code"), k -> new ArrayList<>())
                    .add(new Season(
                            MonthDay.parse("--" + r.getField("from")),
                            MonthDay.parse("--" + r.getField("to")),
                            r.getField("note").contains("moves")));
        }
        Map<String, List<String>> places = new HashMap<>();
        for (NamedCsvRecord r : Sheets.read("demo/opportunity-places")) {
            places.computeIfAbsent(r.getField("code"), k -> new ArrayList<>()).add(r.getField("place"));
        }
        for (NamedCsvRecord r : Sheets.read("demo/opportunities")) {
            String code = r.getField("code");
            all.add(read(r, seasons.getOrDefault(code, List.of()), places.getOrDefault(code, List.of())));
        }
        for (NamedCsvRecord r : Sheets.read("demo/roles")) {
            roles.computeIfAbsent(r.getField("kind"), k -> new ArrayList<>())
                    .add(new RoleName(
                            new LocalizedText(r.getField("name_ar"), r.getField("name_en")),
                            Integer.parseInt(r.getField("share"))));
        }
    }

    private static Template read(NamedCsvRecord r, List<Season> seasons, List<String> places) {
        return new Template(
                r.getField("code"),
                r.getField("pillar"),
                r.getField("kind"),
                r.getField("unit_code"),
                both(r, "title"),
                both(r, "text"),
                both(r, "may"),
                both(r, "may_not"),
                Integer.parseInt(r.getField("minutes")),
                Integer.parseInt(r.getField("start_hour")),
                Integer.parseInt(r.getField("people_min")),
                Integer.parseInt(r.getField("people_max")),
                r.getField("required_qualification"),
                Integer.parseInt(r.getField("minimum_age")),
                Boolean.parseBoolean(r.getField("students")),
                seasons,
                places);
    }

    private static LocalizedText both(NamedCsvRecord r, String field) {
        return new LocalizedText(r.getField(field + "_ar"), r.getField(field + "_en"));
    }

    /** How likely each is on that day. */
    Lots<Template> on(LocalDate day) {
        Lots<Template> lots = new Lots<>();
        for (Template t : all) {
            if (t.isOn(day)) {
                lots.add(t, OFTEN.getOrDefault(t.kind(), 1.0) * (t.seasons().isEmpty() ? 1 : 2));
            }
        }
        return lots;
    }

    List<RoleName> roles(String kind) {
        return roles.getOrDefault(kind, List.of());
    }

    Template get(String code) {
        return all.stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow();
    }
}
