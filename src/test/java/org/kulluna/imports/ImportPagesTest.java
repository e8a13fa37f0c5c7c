package org.kulluna.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;

/** Bringing a file, in the browser and by program. */
class ImportPagesTest extends HouseTest {
    private static final String UPLOAD = "form[data-operation=uploadImport]";
    private static final String PLAN = "form[data-operation=planImport]";
    private static final String WITHDRAW = "form[data-operation=withdrawImport]";
    private static final String APPLY = "form[data-operation=applyImport]";

    @org.springframework.beans.factory.annotation.Autowired
    private org.springframework.context.ApplicationContext context;

    private final String unit = "u-" + Given.serial();
    private String place = "";
    private Given.Actor officer = new Given.Actor(
            new org.kulluna.shared.PersonId(java.util.UUID.randomUUID()), "", org.kulluna.shared.Viewer.STRANGER);

    @org.junit.jupiter.api.BeforeEach
    void unit() {
        sql.sql("insert into units.unit (code, kind, name_ar, name_en, region)"
                        + " values (?, 'police', ?, ?, 'abu_dhabi') on conflict do nothing")
                .params(unit, "وحدة " + unit, "Unit " + unit)
                .update();
        place = given.place();
        officer = given.actor(Role.UNIT_COORDINATOR, unit);
        ImportCaches.forget(context);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String table(String... rows) {
        return "id,العنوان,place,start date,start time,end time,seats\n" + String.join("\n", rows) + "\n";
    }

    private Visitor uploaded(String language, String name, byte[] content) {
        return visitor(officer)
                .in(language)
                .open("/imports?lang=" + language)
                .submitFile(UPLOAD, Map.of("unit", unit), "file", name, content);
    }

    private long opportunities() {
        return sql.sql("select count(*) from volunteering.opportunity where unit_code = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    private long shifts() {
        return sql.sql("select count(*) from volunteering.shift s join volunteering.opportunity o"
                        + " on o.id = s.opportunity_id where o.unit_code = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    @Test
    void a_table_is_uploaded_tried_and_applied_in_either_language() {
        for (String language : new String[] {"ar", "en"}) {
            String id = language + Given.serial();
            byte[] file = bytes(table(
                    id + "-1,دورية الكورنيش," + place + ",3/4/2030,20:00,02:00,12",
                    id + "-2,Patrol,nowhere at all,2030-04-05,٤:٣٠ م,18:00,9999",
                    id + "-3,No times," + place + ",2030-04-05,,,",
                    id + "-4,Bad," + place + ",someday,10:00,12:00,5"));
            Visitor page = uploaded(language, "shifts.csv", file);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.path()).matches("/imports/[0-9a-f-]{36}");
            assertThat(page.text()).contains("shifts.csv").doesNotContain("⟦");
            page.submit(PLAN, Map.of("defaultPlace", place, "defaultSeats", "40"));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.text())
                    .contains("دورية الكورنيش", "someday", "nowhere at all", "40")
                    .doesNotContain("⟦");
            assertThat(page.page().select("tbody tr")).hasSizeGreaterThanOrEqualTo(4);
            long before = opportunities();
            page.submit(APPLY, Map.of());
            assertThat(page.text()).doesNotContain("⟦");
            assertThat(opportunities() - before).isEqualTo(3);
            assertThat(page.page().select("a[href^=/volunteering/manage/]")).hasSize(3);
        }
        assertThat(shifts()).isEqualTo(4);
        assertThat(sql.sql("select count(*) from volunteering.opportunity where unit_code = ? and state <> 'draft'")
                        .param(unit)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_unread_mapping_keeps_what_was_typed_and_names_the_fault() {
        Visitor page = uploaded("en", "x.csv", bytes(table("1,A," + place + ",3/4/2030,10:00,12:00,5")));
        page.submit(
                PLAN, Map.of("defaultSeats", "many", "zone", "Mars/Base", "titleAr", "no such", "defaultPlace", ""));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#defaultSeats").val()).isEqualTo("many");
        assertThat(page.page().select("#zone").val()).isEqualTo("Mars/Base");
        assertThat(page.page().select(".form-faults li")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.text()).doesNotContain("⟦");
    }

    @Test
    void nonsense_files_are_refused_in_words() {
        byte[] garbage = new byte[2000];
        new java.util.Random(7).nextBytes(garbage);
        for (byte[] file : new byte[][] {
            garbage,
            new byte[0],
            bytes("only a sentence"),
            bytes("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
            bytes("a,b\n"),
            bytes("<html><body>a,b</body></html>"),
            bytes("a,b\n" + "1,2\n".repeat(20_001))
        }) {
            Visitor page = uploaded("ar", "x.csv", file);
            assertThat(page.status()).as(page.text()).isEqualTo(422);
            assertThat(page.text()).doesNotContain("⟦");
            assertThat(page.page().select(".field__fault")).isNotEmpty();
        }
        Visitor large = uploaded("en", "x.csv", new byte[5 * 1024 * 1024 + 10]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(opportunities()).isZero();
    }

    @Test
    void strangers_sign_in_and_others_find_nothing() {
        Visitor own = uploaded("en", "x.csv", bytes(table("1,A," + place + ",3/4/2030,10:00,12:00,5")));
        String address = own.path();
        assertThat(stranger().open("/imports").path()).startsWith("/sign-in");
        assertThat(stranger().open(address).path()).startsWith("/sign-in");
        Given.Actor member = given.actor(Role.MEMBER);
        Given.Actor other = given.actor(Role.UNIT_COORDINATOR, given.unit());
        assertThat(visitor(member).open("/imports").status()).isEqualTo(404);
        for (Given.Actor actor : new Given.Actor[] {member, other}) {
            assertThat(visitor(actor).open(address).status()).isEqualTo(404);
            assertThat(visitor(actor).open(address + "/lines.csv").status()).isEqualTo(404);
            ApiClient api = api(actor);
            String base = "/api/v1" + address;
            assertThat(api.get(base).status()).isEqualTo(404);
            assertThat(api.get(base + "/lines").status()).isEqualTo(404);
            for (String verb : new String[] {"plan", "apply", "withdraw", "discard"}) {
                assertThat(api.post(base + "/" + verb, Map.of()).status()).isEqualTo(404);
            }
            assertThat(api.post("/api/v1/imports", Map.of("unit", unit, "text", "a,b\n1,2"))
                            .status())
                    .isEqualTo(404);
            assertThat(api.get("/api/v1/imports/mappings?unit=" + unit).status())
                    .isEqualTo(404);
        }
        assertThat(new ApiClient(port).get("/api/v1/imports").status()).isEqualTo(401);
        assertThat(visitor(officer).open("/imports/nonsense").status()).isEqualTo(404);
        assertThat(visitor(other).open("/imports").text()).doesNotContain("x.csv");
    }

    @Test
    void a_mapping_is_saved_and_used_for_the_next_file() {
        String file = "Ref;Was;Wo;Tag;Von;Bis\n1;A;" + place + ";3.4.2030;10:00;12:00\n";
        Visitor page = uploaded("en", "one.csv", bytes(file));
        Map<String, String> mapping = new java.util.HashMap<>(
                Map.of("externalId", "Ref", "titleEn", "Was", "place", "Wo", "startDate", "Tag", "startTime", "Von"));
        mapping.putAll(Map.of("endTime", "Bis", "defaultPlace", place, "source", "house", "saveAs", "Our program"));
        page.submit(PLAN, mapping);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        Visitor next = uploaded("en", "two.csv", bytes(file.replace("1;A", "2;B")));
        next.open(next.path() + "?mapping=Our+program");
        assertThat(next.page().select("#titleEn option[selected]").val()).isEqualTo("Was");
        assertThat(next.page().select("#source").val()).isEqualTo("house");
        next.submit(PLAN, Map.of());
        next.open(next.path() + "?mapping=Our+program");
        assertThat(next.page().select("details[open] " + PLAN))
                .as("the chosen way stands open")
                .hasSize(1);
        var saved = api(officer).get("/api/v1/imports/mappings?unit=" + unit);
        assertThat(saved.body().path("Our program").path("source").asString()).isEqualTo("house");
    }

    @Test
    void a_program_uploads_tries_and_applies_and_may_repeat_each_step() {
        ApiClient api = api(officer);
        java.util.UUID id = java.util.UUID.randomUUID();
        Map<String, Object> body = Map.of(
                "id", id, "unit", unit, "fileName", "a.csv", "text", table("1,A," + place + ",3/4/2030,10:00,12:00,5"));
        assertThat(api.post("/api/v1/imports", body).status()).isEqualTo(201);
        assertThat(api.post("/api/v1/imports", body).body().path("id").asString())
                .isEqualTo(id.toString());
        Map<String, Object> other = new java.util.HashMap<>(body);
        other.put("text", table("2,B," + place + ",3/4/2030,10:00,12:00,5"));
        assertThat(api.post("/api/v1/imports", other).status()).isEqualTo(409);
        String base = "/api/v1/imports/" + id;
        assertThat(api.post(base + "/apply", Map.of()).status()).isEqualTo(409);
        assertThat(api.post(base + "/withdraw", Map.of()).status()).isEqualTo(409);
        assertThat(api.post(base + "/plan", Map.of()).status()).isEqualTo(422);
        var mapping = new java.util.HashMap<String, Object>(Map.of("order", "day-first", "defaultPlace", place));
        mapping.putAll(Map.of("defaultPillar", "prevention", "defaultSeats", 9, "source", "api"));
        mapping.put("columns", Map.of("externalId", "id", "titleAr", "العنوان", "startDate", "start date"));
        var planned = api.post(base + "/plan", Map.of("mapping", mapping, "saveAs", "x"));
        assertThat(planned.status()).as(planned.body().toString()).isEqualTo(200);
        assertThat(planned.body().path("counts").path("create").asInt()).isEqualTo(1);
        var lines = api.get(base + "/lines?outcome=create");
        assertThat(lines.body()
                        .path("rows")
                        .path(0)
                        .path("notes")
                        .path(0)
                        .path("key")
                        .asString())
                .isEqualTo("no-times");
        assertThat(api.post(base + "/apply", Map.of("version", 99)).status()).isEqualTo(409);
        int version = planned.body().path("version").asInt();
        assertThat(api.post(base + "/apply", Map.of("version", version))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("applied");
        assertThat(api.post(base + "/apply", Map.of()).body().path("state").asString())
                .isEqualTo("applied");
        assertThat(api.post(base + "/discard", Map.of()).status()).isEqualTo(409);
        assertThat(api.post(base + "/plan", Map.of()).status()).isEqualTo(409);
        assertThat(opportunities()).isEqualTo(1);
        for (int i = 0; i < 2; i++) {
            var back = api.post(base + "/withdraw", Map.of());
            assertThat(back.body().path("state").asString()).isEqualTo("withdrawn");
            assertThat(back.body().path("withdrawn").asInt()).isEqualTo(1);
        }
        assertThat(api.post("/api/v1/imports", body).body().path("state").asString())
                .as("the request sent again long after")
                .isEqualTo("withdrawn");
        assertThat(api.get(base + "/lines")
                        .body()
                        .path("rows")
                        .path(0)
                        .path("withdrawn")
                        .asBoolean())
                .isTrue();
        assertThat(api.post(base + "/apply", Map.of()).status()).isEqualTo(409);
        assertThat(opportunities()).isZero();
        assertThat(api.get("/api/v1/imports")
                        .body()
                        .path("rows")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id.toString());
    }

    @Test
    void long_lists_are_paged_without_gaps_and_doubles() {
        ApiClient api = api(officer);
        java.util.Set<String> made = new java.util.HashSet<>();
        for (int i = 0; i < Imports.PAGE + 3; i++) {
            made.add(api.post("/api/v1/imports", Map.of("unit", unit, "text", "title,place\nA" + i + ",B\n"))
                    .body()
                    .path("id")
                    .asString());
        }
        java.util.List<String> listed = new java.util.ArrayList<>();
        String next = "";
        do {
            var page = api.get("/api/v1/imports?after=" + next).body();
            page.path("rows").forEach(r -> listed.add(r.path("id").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(made);
        assertThat(api.get("/api/v1/imports?after=" + java.util.UUID.randomUUID())
                        .body()
                        .path("rows"))
                .isEmpty();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2 * Imports.PAGE; i++) {
            rows.append(i).append(",A,").append(place).append(i % 2 == 0 ? ",someday" : ",3/4/2030");
            rows.append(",10:00,12:00,5\n");
        }
        Visitor v = uploaded("en", "long.csv", bytes(table(rows.toString())));
        v.submit(PLAN, Map.of("defaultPlace", place));
        String address = v.path();
        v.open(address + "?outcome=refuse");
        assertThat(v.page().select("td[data-label=Line]")).hasSize(Imports.PAGE);
        assertThat(v.page().select(".pager")).as("one page full").isEmpty();
        v.open(address);
        v.open(v.page().select(".pager a").last().attr("href"));
        assertThat(v.page()
                        .select("main table tbody tr td[data-label=Line]")
                        .first()
                        .text())
                .isEqualTo("52");
    }

    @Test
    void nonsense_from_programs_gives_no_500() {
        ApiClient api = api(officer);
        assertThat(api.post("/api/v1/imports", "{").status()).isEqualTo(400);
        assertThat(api.post("/api/v1/imports", "null").status()).isEqualTo(400);
        assertThat(api.post("/api/v1/imports", "[]").status()).isEqualTo(400);
        assertThat(api.post("/api/v1/imports", Map.of("unit", unit)).status()).isEqualTo(422);
        assertThat(api.post("/api/v1/imports", Map.of("unit", unit, "base64", "*"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/imports", Map.of("unit", unit, "text", "x,y\n".repeat(1_400_000)))
                        .status())
                .isEqualTo(413);
        assertThat(api.post("/api/v1/imports", Map.of("id", "x", "unit", unit)).status())
                .isEqualTo(400);
        var run = api.post("/api/v1/imports", Map.of("unit", unit, "text", "title,place\nA,B\n"));
        String base = "/api/v1/imports/" + run.body().path("id").asString();
        assertThat(api.post(base + "/plan", "{\"mapping\":{}}").status()).isEqualTo(422);
        assertThat(api.post(base + "/plan", "{\"mapping\":{\"columns\":{\"titleEn\":null}}}")
                        .status())
                .isEqualTo(422);
        assertThat(api.post(base + "/plan", "{\"mapping\":7}").status()).isEqualTo(400);
        assertThat(api.post(base + "/plan", Map.of("mappingName", "none")).status())
                .isEqualTo(422);
        assertThat(api.post(base + "/apply", "{\"version\":\"x\"}").status()).isEqualTo(400);
        assertThat(api.get(base + "/lines?after=zzz&outcome=%00").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/imports?after=zzz").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/imports/mappings").status()).isEqualTo(400);
        assertThat(api.post(base + "/discard", Map.of()).status()).isEqualTo(204);
        assertThat(api.get(base).body().path("state").asString()).isEqualTo("discarded");
    }

    @Test
    void the_report_is_a_file_without_formulas() {
        Visitor page =
                uploaded("en", "f.csv", bytes(table("=1+1,=HYPERLINK(\"x\")," + place + ",3/4/2030,10:00,12:00,5")));
        page.submit(PLAN, Map.of("defaultPlace", place));
        page.open(page.path() + "/lines.csv?words=en");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().wholeText())
                .contains("'=1+1")
                .doesNotContain(",=")
                .contains("New");
    }

    @Test
    void a_mistaken_import_is_taken_back_in_either_language() {
        for (String language : new String[] {"ar", "en"}) {
            Visitor page = uploaded(language, "twice.csv", bytes(table("1,A," + place + ",3/4/2030,10:00,12:00,5")));
            page.submit(PLAN, Map.of("defaultPlace", place));
            assertThat(page.page().select(WITHDRAW)).isEmpty();
            page.submit(APPLY, Map.of());
            assertThat(opportunities()).isEqualTo(1);
            page.submit(WITHDRAW, Map.of());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).doesNotContain("⟦");
            assertThat(page.page().select("form[data-operation]:not([action=/sign-out])"))
                    .isEmpty();
            assertThat(page.page().select("main a[href^=/volunteering/manage/]"))
                    .isEmpty();
            page.open(page.path() + "/lines.csv?words=en");
            assertThat(page.page().wholeText()).contains("Taken back");
            assertThat(opportunities()).isZero();
        }
    }

    @Test
    void a_discarded_file_is_gone() {
        Visitor page = uploaded("ar", "gone.csv", bytes(table("1,A," + place + ",3/4/2030,10:00,12:00,5")));
        String address = page.path();
        page.submit("form[data-operation=discardImport]", Map.of());
        assertThat(page.path()).isEqualTo("/imports");
        page.open(address);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("⟦");
        assertThat(page.page().select("form[data-operation]:not([action=/sign-out])"))
                .isEmpty();
    }
}
