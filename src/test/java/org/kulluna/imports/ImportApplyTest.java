package org.kulluna.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.Opportunities;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What applying does, again, in another order, cut off in the middle, and on both sides of a change. */
class ImportApplyTest extends HouseTest {
    private static final String HEAD = "id,title,place,start date,start time,end time,seats\n";

    @Autowired
    private Imports imports;

    @Autowired
    private ImportApplier applier;

    @Autowired
    private ImportDeed deed;

    @Autowired
    private ImportRows runs;

    @Autowired
    private ImportLineRows lines;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private ImportCommand command;

    @Autowired
    private ApplicationContext context;

    private String unit = "";
    private String place = "";
    private Given.Actor officer =
            new Given.Actor(new org.kulluna.shared.PersonId(UUID.randomUUID()), "", org.kulluna.shared.Viewer.STRANGER);

    @BeforeEach
    void begin() {
        unit = given.unit();
        place = given.place();
        officer = given.actor(Role.UNIT_COORDINATOR, unit);
        ImportCaches.forget(context);
    }

    private ImportRun planned(byte[] file) {
        UUID id = imports.upload(officer.viewer(), Ids.next(), unit, "x", file);
        ImportMapping m = imports.get(officer.viewer(), id).mapping();
        ImportMapping chosen = new ImportMapping(m.columns(), m.order(), "prevention", place, m.zone(), 20, m.source());
        return imports.plan(officer.viewer(), id, chosen, "");
    }

    private ImportRun planned(String rows) {
        return planned((HEAD + rows).getBytes(StandardCharsets.UTF_8));
    }

    private ImportRun applied(ImportRun run) {
        imports.apply(officer.viewer(), run.id(), null);
        applier.start(run.id()).join();
        ImportRun after = imports.get(officer.viewer(), run.id());
        assertThat(after.state()).isEqualTo("applied");
        return after;
    }

    private List<String> shiftTimes() {
        return sql.sql("""
                select o.external_id || ' ' || to_char(s.starts_at at time zone 'Asia/Dubai', 'YYYY-MM-DD HH24:MI') || '-'
                       || to_char(s.ends_at at time zone 'Asia/Dubai', 'HH24:MI')
                  from volunteering.shift s join volunteering.opportunity o on o.id = s.opportunity_id
                 where o.unit_code = ? order by 1""").param(unit).query(String.class).list();
    }

    private long count(String table) {
        String of = table.equals("shift")
                ? "shift s join volunteering.opportunity o on o.id = s.opportunity_id"
                : "opportunity o";
        return sql.sql("select count(*) from volunteering." + of + " where o.unit_code = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    @Test
    void the_same_file_again_and_in_another_order_changes_nothing() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            rows.add("r" + i / 2 + ",Title " + i / 2 + ",x,2030-01-" + String.format("%02d", i) + ",20:00,02:00,9");
        }
        applied(planned(String.join("\n", rows)));
        assertThat(count("shift")).isEqualTo(30);
        assertThat(count("opportunity")).isEqualTo(16);
        List<String> before = shiftTimes();
        ImportRun again = planned(String.join("\n", rows) + "\n");
        assertThat(again.counts()).isEqualTo(Map.of("unchanged", 30));
        applied(again);
        Collections.shuffle(rows, new java.util.Random(3));
        assertThat(planned(String.join("\n", rows)).counts()).isEqualTo(Map.of("unchanged", 30));
        assertThat(shiftTimes()).isEqualTo(before);
    }

    @Test
    void a_changed_time_moves_the_shift_and_does_not_double_it() {
        applied(planned("1,A,x,2030-01-05,20:00,22:00,9\n2,B,x,2030-01-06,10:00,12:00,9\n"));
        ImportRun run = planned("1,A,x,2030-01-09,21:00,02:00,9\n2,B changed,x,2030-01-06,10:00,12:00,12\n");
        assertThat(run.counts()).isEqualTo(Map.of("update", 2));
        List<ImportLine> told = imports.report(officer.viewer(), run.id(), "");
        assertThat(told.get(1).changes()).containsExactly("seats", "title");
        assertThat(told.get(1).notes())
                .contains(ImportNote.of("was-title", "value", "B"), ImportNote.of("was-seats", "seats", 9));
        assertThat(told.get(0).notes()).contains(ImportNote.of("was-times", "value", "2030-01-05 20:00 – 22:00"));
        applied(run);
        assertThat(shiftTimes()).containsExactly("1 2030-01-09 21:00-02:00", "2 2030-01-06 10:00-12:00");
        applied(planned("1,A,x,2030-01-10,21:00,02:00,9\n"));
        assertThat(count("shift")).isEqualTo(2);
        assertThat(planned("1,A,x,2030-01-10,21:00,02:00,9\n\n").counts()).isEqualTo(Map.of("unchanged", 1));
    }

    @Test
    void what_an_officer_added_stays_and_what_was_cancelled_is_not_brought_back() {
        applied(planned("1,A,x,2030-01-05,20:00,22:00,9\n2,B,x,2030-01-06,10:00,12:00,9\n"));
        sql.sql("update volunteering.opportunity set title_ar = 'بالعربية' where unit_code = ? and external_id = '1'")
                .param(unit)
                .update();
        UUID two = sql.sql("select id from volunteering.opportunity where unit_code = ? and external_id = '2'")
                .param(unit)
                .query(UUID.class)
                .single();
        opportunities.cancel(
                officer.viewer(), two, opportunities.get(officer.viewer(), two).version(), "storm");
        ImportRun run = planned("1,A2,x,2030-01-05,20:00,22:00,9\n2,B2,x,2030-01-06,10:00,12:00,9\n");
        assertThat(run.counts()).isEqualTo(Map.of("update", 1, "refuse", 1));
        applied(run);
        assertThat(sql.sql(
                                "select title_ar || title_en from volunteering.opportunity where unit_code = ? and external_id = '1'")
                        .param(unit)
                        .query(String.class)
                        .single())
                .isEqualTo("بالعربيةA2");
    }

    @Test
    void cut_off_in_the_middle_it_goes_on_and_doubles_nothing() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append(i).append(",T").append(i).append(",x,2030-01-05,20:00,22:00,9\n");
        }
        ImportRun run = planned(rows.toString());
        assertThat(runs.moveOn(run.id(), run.version(), "applying", List.of("planned"), null, clock.instant()))
                .isTrue();
        for (ImportLineRows.Waiting line : lines.listWaiting(run.id(), 25)) {
            deed.apply(officer.viewer(), imports.get(officer.viewer(), run.id()), line);
        }
        assertThat(imports.get(officer.viewer(), run.id()).done()).isEqualTo(25);
        assertThat(count("shift")).isEqualTo(25);
        // What a start after kill -9 does; twice at once, as two servers would.
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> applier.work(run.id())),
                        CompletableFuture.runAsync(() -> applier.work(run.id())),
                        CompletableFuture.runAsync(applier::resume))
                .join();
        applier.start(run.id()).join();
        assertThat(imports.get(officer.viewer(), run.id()).state()).isEqualTo("applied");
        assertThat(count("shift")).isEqualTo(60);
        assertThat(count("opportunity")).isEqualTo(60);
        assertThat(imports.get(officer.viewer(), run.id()).count("refuse")).isZero();
    }

    @Test
    void a_line_that_fails_for_no_known_reason_does_not_keep_the_others_waiting() {
        ImportRun run = planned(
                "1,A,x,2030-01-05,20:00,22:00,9\n2,B,x,2030-01-06,10:00,12:00,9\n3,C,x,2030-01-06,10:00,12:00,9\n");
        sql.sql("""
                update imports.line set proposal = jsonb_set(proposal, '{slots,0,zone}', '"Nowhere/At all"')
                 where run_id = ? and line = 3""").param(run.id()).update();
        applied(run);
        assertThat(count("opportunity")).isEqualTo(2);
        ImportLine failed = imports.report(officer.viewer(), run.id(), "refuse").get(0);
        assertThat(failed.line()).isEqualTo(3);
        assertThat(failed.notes().get(0)).isEqualTo(ImportNote.of("not-done"));
    }

    @Test
    void a_mistaken_import_is_taken_back_but_for_what_people_touched() {
        String rows = "1,A,x,2030-01-05,20:00,22:00,9\n1,A,x,2030-01-06,20:00,22:00,9\n2,B,x,2030-01-06,10:00,12:00,9\n"
                + "3,C,x,2030-01-06,10:00,12:00,9\n4,D,x,2030-01-06,10:00,12:00,9\n";
        applied(planned("4,D,x,2030-01-06,10:00,12:00,9\n"));
        ImportRun run = applied(planned(rows + "5,E,x,someday,,,\n"));
        assertThat(run.made()).isEqualTo(3);
        opportunities.publish(officer.viewer(), id("2"), 0);
        sql.sql("update volunteering.shift set version = 1 where opportunity_id = ?")
                .param(id("3"))
                .update();
        assertThatThrownBy(() -> imports.withdraw(neighbour(), run.id())).isInstanceOf(Refusal.class);
        ImportRun back = imports.withdraw(officer.viewer(), run.id());
        assertThat(back.state()).isEqualTo("withdrawn");
        assertThat(back.withdrawn()).isEqualTo(1);
        assertThat(shiftTimes())
                .containsExactly("2 2030-01-06 10:00-12:00", "3 2030-01-06 10:00-12:00", "4 2030-01-06 10:00-12:00");
        assertThat(imports.withdraw(officer.viewer(), run.id())).isEqualTo(back);
        assertThat(sql.sql("select count(*) from audit.entry where action = 'volunteering.delete' and actor = ?")
                        .param(officer.person().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        ImportRun again = planned(rows);
        assertThat(again.counts()).isEqualTo(Map.of("create", 2, "unchanged", 3));
        applied(again);
        assertThat(count("shift")).isEqualTo(5);
    }

    @Test
    void what_another_import_made_meanwhile_is_not_taken_back() {
        ImportRun second = planned("1,A,x,2030-01-05,20:00,22:00,9\n");
        applied(planned("1,A,x,2030-01-05,20:00,22:00,9\n\n"));
        assertThat(imports.withdraw(officer.viewer(), applied(second).id()).withdrawn())
                .isZero();
        assertThat(count("opportunity")).isEqualTo(1);
    }

    @Test
    void a_file_is_kept_no_longer_than_it_is_needed() {
        ImportRun run = planned("1,A,x,2030-01-05,20:00,22:00,9\n");
        assertThat(runs.content(run.id())).isNotEmpty();
        applied(run);
        assertThat(runs.content(run.id())).isEmpty();
    }

    private UUID id(String externalId) {
        return sql.sql("select id from volunteering.opportunity where unit_code = ? and external_id = ?")
                .params(unit, externalId)
                .query(UUID.class)
                .single();
    }

    private org.kulluna.shared.Viewer neighbour() {
        return given.actor(Role.UNIT_COORDINATOR, given.unit()).viewer();
    }

    @Test
    void a_series_from_a_calendar_is_brought_and_moved_without_doubles() {
        String ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:s\r\nSUMMARY:Patrol\r\n"
                + "DTSTART;TZID=Asia/Dubai:20300101T080000\r\nDURATION:PT2H\r\nRRULE:FREQ=WEEKLY;COUNT=10\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        applied(planned(ics.getBytes(StandardCharsets.UTF_8)));
        assertThat(count("shift")).isEqualTo(10);
        applied(planned(ics.replace("T080000", "T093000").getBytes(StandardCharsets.UTF_8)));
        assertThat(count("shift")).isEqualTo(10);
        assertThat(shiftTimes().get(0)).isEqualTo("s 2030-01-01 09:30-11:30");
    }

    @Test
    void a_dropped_occurrence_does_not_become_a_new_one_at_the_end() {
        String ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:s\r\nSUMMARY:Patrol\r\n"
                + "DTSTART;TZID=Asia/Dubai:20300101T080000\r\nDURATION:PT2H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        applied(planned(ics.getBytes(StandardCharsets.UTF_8)));
        ImportRun run = planned(ics.replace("COUNT=4", "COUNT=5\r\nEXDATE;TZID=Asia/Dubai:20300108T080000")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(imports.report(officer.viewer(), run.id(), "").get(0).notes())
                .containsExactly(ImportNote.of("left-alone", "count", 1));
        applied(run);
        assertThat(shiftTimes())
                .extracting(s -> s.substring(7, 12))
                .containsExactly("01-01", "01-08", "01-15", "01-22", "01-29");
    }

    @Test
    void the_next_date_of_a_duty_that_is_over_is_a_new_shift() {
        applied(planned("1,A,x,2030-01-05,20:00,22:00,9\n"));
        sql.sql("""
                update volunteering.shift set state = 'published', starts_at = '2020-01-05 20:00+04',
                       ends_at = '2020-01-05 22:00+04' where opportunity_id = ?""").param(id("1")).update();
        ImportRun run = planned("1,A,x,2030-02-05,20:00,22:00,9\n");
        assertThat(run.counts()).isEqualTo(Map.of("update", 1));
        applied(run);
        assertThat(shiftTimes()).containsExactly("1 2020-01-05 20:00-22:00", "1 2030-02-05 20:00-22:00");
    }

    @Test
    void the_festivals_schedule_is_applied_and_then_unchanged() {
        byte[] file = ImportRealData.read("emf-2022-schedule.ics");
        ImportRun run = planned(file);
        assertThat(run.count("create")).isEqualTo(326);
        ImportRun done = applied(run);
        assertThat(done.count("refuse")).isZero();
        assertThat(count("opportunity")).isEqualTo(326);
        assertThat(count("shift")).isEqualTo(run.shifts());
        assertThat(planned(file).counts()).isEqualTo(Map.of("unchanged", 326));
    }

    @Test
    void the_festivals_shifts_are_brought_with_those_that_cross_midnight() {
        String json = new String(ImportRealData.read("emf-2022-shifts.json"), StandardCharsets.UTF_8);
        StringBuilder csv = new StringBuilder("id,shift id,title,role,start date,end date,min,max\n");
        int n = 0;
        for (var s : tools.jackson.databind.json.JsonMapper.builder().build().readTree(json)) {
            String role = s.path("role").asString();
            csv.append("\"")
                    .append(role)
                    .append("\",")
                    .append(n++)
                    .append(",\"")
                    .append(role)
                    .append("\",\"")
                    .append(role)
                    .append("\",")
                    .append(s.path("start").asString())
                    .append(',')
                    .append(s.path("end").asString())
                    .append(',')
                    .append(s.path("min_needed").asInt())
                    .append(',')
                    .append(s.path("max_needed").asInt())
                    .append('\n');
        }
        ImportRun run = planned(csv.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(run.lines()).isEqualTo(591);
        assertThat(run.shifts()).isEqualTo(591);
        applied(run);
        assertThat(count("shift")).isEqualTo(591);
        assertThat(sql.sql(
                                "select count(*) from volunteering.shift s join volunteering.opportunity o on o.id = s.opportunity_id"
                                        + " where o.unit_code = ? and (s.starts_at at time zone s.zone)::date < (s.ends_at at time zone s.zone)::date")
                        .param(unit)
                        .query(Long.class)
                        .single())
                .isEqualTo(26);
    }

    @Test
    void the_citys_list_comes_as_drafts_without_shifts() {
        byte[] file = ImportRealData.read("nyc-service-opportunities.csv");
        ImportRun run = applied(planned(file));
        assertThat(run.count("create")).isEqualTo(332);
        assertThat(count("opportunity")).isEqualTo(332);
        assertThat(count("shift")).isZero();
        assertThat(planned(file).counts()).isEqualTo(Map.of("unchanged", 332));
    }

    @Test
    void a_thousand_rows_are_applied_at_speed() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            rows.append(i).append(",Patrol ").append(i).append(",somewhere,2030-01-05,20:00,02:00,9\n");
        }
        ImportRun run = planned(rows.toString());
        long from = System.nanoTime();
        applied(run);
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf("1,000 rows applied: %.2f s, %.0f rows/s%n", seconds, 1_000 / seconds);
        assertThat(count("shift")).isEqualTo(1_000);
        assertThat(seconds).isLessThan(60);
    }

    @Test
    void ten_thousand_rows_are_tried_at_speed() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            rows.append(i)
                    .append(",Patrol number ")
                    .append(i)
                    .append(",somewhere,2030-01-")
                    .append(1 + i % 28)
                    .append(",20:00,02:00,9\n");
        }
        planned(rows.toString());
        long from = System.nanoTime();
        ImportRun run = planned(rows + "\n");
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf("dry run of 10,000 rows with upload: %.2f s, %.0f rows/s%n", seconds, 10_000 / seconds);
        assertThat(run.count("create")).isEqualTo(10_000);
        assertThat(seconds).isLessThan(30);
    }

    @Test
    void the_console_tries_and_applies() throws Exception {
        Path file = Files.createTempFile("import", ".csv");
        Files.writeString(file, HEAD + "1,A,x,2030-01-05,20:00,22:00,9\n");
        var out = new java.io.ByteArrayOutputStream();
        var print = new java.io.PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(command.run(List.of("opportunities", file.toString(), "--unit", unit, "--place", place), print))
                .isZero();
        assertThat(count("opportunity")).isZero();
        assertThat(command.run(
                        List.of("opportunities", file.toString(), "--unit", unit, "--place", place, "--apply"), print))
                .isZero();
        assertThat(count("shift")).isEqualTo(1);
        assertThat(command.run(List.of("opportunities", file.toString(), "--unit", "nowhere"), print))
                .isEqualTo(2);
        assertThat(command.run(List.of("opportunities", "/no/such", "--unit", unit), print))
                .isEqualTo(2);
        assertThat(command.run(List.of(), print)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("⟦");
    }
}
