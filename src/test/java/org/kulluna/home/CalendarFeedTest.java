package org.kulluna.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.kulluna.support.Visitor;
import org.kulluna.training.Enrolments;
import org.kulluna.training.Offering;
import org.kulluna.training.TrainingGiven;
import org.kulluna.volunteering.NewRole;
import org.kulluna.volunteering.NewShift;
import org.kulluna.volunteering.Shifts;
import org.kulluna.volunteering.SignUps;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** The private calendar, read over HTTP as a phone reads it: without signing in. */
class CalendarFeedTest extends HouseTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    TrainingGiven training;

    @Autowired
    SignUps signUps;

    @Autowired
    Shifts shifts;

    @Autowired
    Enrolments enrolments;

    private HttpResponse<String> fetch(String address, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(address)), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String feed(Given.Actor actor) {
        return api(actor)
                .post("/api/v1/calendar/feed", Map.of())
                .body()
                .path("address")
                .asString();
    }

    /** Unfolded. */
    private String read(String address) {
        HttpResponse<String> answer = fetch(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replace("\r\n ", "");
    }

    /** The one event of that thing. */
    private static String event(String calendar, UUID id) {
        List<String> found = Pattern.compile("(?s)BEGIN:VEVENT\r\nUID:" + id + "@.*?END:VEVENT")
                .matcher(calendar)
                .results()
                .map(m -> m.group())
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static int sequence(String event) {
        var m = Pattern.compile("\r\nSEQUENCE:(\\d+)\r\n").matcher(event);
        assertThat(m.find()).isTrue();
        return Integer.parseInt(m.group(1));
    }

    private void take(PersonId person, UUID shift) {
        signUps.signUp(viewer(person), shift, Ids.next(), volunteering.role(shift));
    }

    private int version(UUID shift) {
        return sql.sql("select version from volunteering.shift where id = ?")
                .param(shift)
                .query(Integer.class)
                .single();
    }

    private static NewShift at(Instant start, ZoneId zone, PersonId leader) {
        return new NewShift(
                null,
                start,
                start.plus(Duration.ofHours(3)),
                zone,
                null,
                List.of(),
                18,
                false,
                false,
                leader,
                List.of(new NewRole(new LocalizedText("مرشد", "Usher"), 1, 3)));
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    }

    @Test
    void duties_courses_and_sessions_one_teaches_are_told_with_alarms_and_nobody_s_name() {
        Given.Actor me = volunteering.member();
        PersonId leader = given.person("AE", LocalDate.of(1980, 1, 1), "ليلى المنصوري", "Layla Almansoori");
        PersonId teacher = given.person("AE", LocalDate.of(1981, 1, 1), "حمدان الكعبي", "Hamdan Alkaabi");
        PersonId other = given.person("EG", LocalDate.of(1990, 1, 1), "شريف عبدالنور", "Sherif Abdelnour");
        volunteering.enrol(other, false);
        sql.sql("update people.person set phone = '+971509998877' where id in (?, ?, ?)")
                .params(me.person().value(), leader.value(), other.value())
                .update();
        UUID duty = volunteering.shift(at(inDays(3), ZoneId.of("Asia/Dubai"), leader));
        UUID full = volunteering.shift(plan(inDays(5), Duration.ofHours(2), 1));
        take(me.person(), duty);
        take(other, duty);
        take(other, full);
        take(me.person(), full);
        Offering course =
                training.open(training.published(TrainingGiven.plain(given.unit())), 5, 1, inDays(7), List.of(teacher));
        enrolments.enrol(viewer(me.person()), course.id(), Ids.next());
        Offering taught = training.open(
                training.published(TrainingGiven.plain(given.unit())), 5, 1, inDays(9), List.of(me.person()));
        enrolments.enrol(viewer(other), taught.id(), Ids.next());
        UUID notMine = volunteering.shift(plan(4));

        String calendar = read(feed(me));
        assertThat(event(calendar, duty))
                .contains("STATUS:CONFIRMED")
                .contains("DTSTART;TZID=Asia/Dubai:")
                .contains("SUMMARY:إرشاد الزوار")
                .contains("DESCRIPTION:دورك: مرشد\\nhttp://127.0.0.1:" + port + "/volunteering/shifts/" + duty)
                .contains("TRIGGER:-P1D")
                .contains("TRIGGER:-PT1H");
        assertThat(event(calendar, full))
                .contains("STATUS:TENTATIVE")
                .contains("قائمة الانتظار")
                .doesNotContain("VALARM");
        assertThat(event(calendar, course.sessions().getFirst().id()))
                .contains("STATUS:CONFIRMED")
                .contains("SUMMARY:" + course.course().title().ar())
                .contains("URL:http://127.0.0.1:" + port + "/training/offerings/" + course.id());
        assertThat(event(calendar, taught.sessions().getFirst().id()))
                .contains("/training/teach/" + taught.sessions().getFirst().id())
                .contains("أنت مدرب هذه الجلسة");
        assertThat(Pattern.compile("BEGIN:VEVENT").matcher(calendar).results().count())
                .isEqualTo(4);
        assertThat(calendar)
                .doesNotContain(notMine.toString())
                .doesNotContain("ليلى", "المنصوري", "Layla", "حمدان", "Hamdan", "شريف", "Sherif", "سارة", "Sara")
                .doesNotContain("971509998877", me.username(), "ATTENDEE", "ORGANIZER", "METHOD");
        for (PersonId person : List.of(me.person(), leader, other, teacher)) {
            assertThat(calendar).doesNotContain(person.toString());
        }
    }

    @Test
    void the_feed_speaks_its_owner_s_language_whatever_the_reader_asks_for() {
        Given.Actor me = volunteering.member();
        UUID duty = volunteering.shift(plan(2));
        take(me.person(), duty);
        String address = feed(me);
        assertThat(fetch(address, "Accept-Language", "en", "Cookie", "lang=en").body())
                .contains("SUMMARY:إرشاد");
        sql.sql("update people.person set language = 'en' where id = ?")
                .param(me.person().value())
                .update();
        String english = read(address);
        assertThat(event(english, duty)).contains("SUMMARY:Guiding visitors").contains("Your role: Usher");
        assertThat(sequence(event(english, duty))).isEqualTo(1);
    }

    @Test
    void khal_and_node_read_a_duty_in_london_and_a_course_in_dubai_at_the_right_time() {
        Given.Actor me = volunteering.member();
        // The days around the end of summer time in London, next year.
        Instant autumn = Instant.parse((LocalDate.now(ZoneId.of("Asia/Dubai")).getYear() + 1) + "-10-24T21:00:00Z");
        UUID before = volunteering.shift(at(autumn, ZoneId.of("Europe/London"), given.person()));
        UUID after =
                volunteering.shift(at(autumn.plus(9, ChronoUnit.DAYS), ZoneId.of("Europe/London"), given.person()));
        take(me.person(), before);
        take(me.person(), after);
        Offering course =
                training.open(training.published(TrainingGiven.plain(given.unit())), 5, 1, inDays(7), List.of());
        enrolments.enrol(viewer(me.person()), course.id(), Ids.next());
        String calendar = fetch(feed(me)).body();
        Map<String, Instant> expected = Map.of(
                before + "@kulluna", autumn,
                after + "@kulluna", autumn.plus(9, ChronoUnit.DAYS),
                course.sessions().getFirst().id() + "@kulluna", inDays(7));
        Map<String, List<CalendarReaders.Read>> all = CalendarReaders.byNode(calendar);
        all.put("khal", CalendarReaders.byKhal(calendar, inDays(1), autumn.plus(20, ChronoUnit.DAYS)));
        all.forEach((reader, events) -> {
            assertThat(events).as(reader).hasSize(3);
            events.forEach(e -> assertThat(e.starts()).as(reader + " " + e).isEqualTo(expected.get(e.uid())));
        });
    }

    @Test
    void the_number_rises_with_each_change_and_what_is_called_off_stays_as_called_off() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(inDays(4), Duration.ofHours(2), 3));
        take(me.person(), shift);
        String address = feed(me);
        String first = event(read(address), shift);
        assertThat(sequence(first)).isZero();
        assertThat(event(read(address), shift)).isEqualTo(first);

        clock.forward(Duration.ofMinutes(10));
        NewShift moved = plan(inDays(5), Duration.ofHours(2), 3);
        shifts.change(volunteering.coordinatorOf(shift), shift, version(shift), moved, true);
        String second = event(read(address), shift);
        assertThat(sequence(second)).isEqualTo(1);
        assertThat(stamp(second)).isGreaterThan(stamp(first));

        shifts.cancel(volunteering.coordinatorOf(shift), shift, version(shift), "rain");
        String third = event(read(address), shift);
        assertThat(third).contains("STATUS:CANCELLED").doesNotContain("VALARM");
        assertThat(sequence(third)).isEqualTo(2);
        assertThat(event(read(address), shift)).isEqualTo(third);
        clock.forward(Duration.ofDays(36));
        assertThat(read(address)).doesNotContain(shift.toString());
    }

    private static String stamp(String event) {
        var m = Pattern.compile("\r\nDTSTAMP:(\\d{8}T\\d{6}Z)\r\nLAST-MODIFIED:\\1\r\n")
                .matcher(event);
        assertThat(m.find()).isTrue();
        return m.group(1);
    }

    @Test
    void a_place_given_back_is_called_off_and_taken_again_comes_back_above_it() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(2));
        take(me.person(), shift);
        String address = feed(me);
        read(address);
        signUps.leave(viewer(me.person()), shift);
        assertThat(event(read(address), shift)).contains("STATUS:CANCELLED").contains("SEQUENCE:1\r\n");
        take(me.person(), shift);
        assertThat(event(read(address), shift)).contains("STATUS:CONFIRMED").contains("SEQUENCE:2\r\n");
    }

    @Test
    void what_no_calendar_was_told_of_is_not_called_off_either() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(2));
        take(me.person(), shift);
        signUps.leave(viewer(me.person()), shift);
        assertThat(read(feed(me))).doesNotContain("VEVENT");
    }

    @Test
    void who_is_suspended_reads_that_what_they_held_is_called_off() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(2));
        take(me.person(), shift);
        String address = feed(me);
        assertThat(event(read(address), shift)).contains("STATUS:CONFIRMED");
        assertThat(api(given.actor(Role.MEMBERSHIP_OFFICER))
                        .post("/api/v1/members/" + me.person() + "/suspension", Map.of("reason", "test"))
                        .status())
                .isLessThan(300);
        assertThat(event(read(address), shift)).contains("STATUS:CANCELLED");
    }

    @Test
    void an_address_is_one_a_person_hashed_and_stops_at_once_when_renewed_or_taken_back() {
        Given.Actor me = volunteering.member();
        String first = feed(me);
        String token = first.replaceAll(".*/calendar/(.*)\\.ics", "$1");
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(sql.sql("select count(*) from home.calendar_feed where position(?::bytea in token_hash) > 0")
                        .param(token.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .query(Integer.class)
                        .single())
                .isZero();
        String second = feed(me);
        assertThat(fetch(first).statusCode()).isEqualTo(404);
        assertThat(fetch(second).statusCode()).isEqualTo(200);
        ApiClient api = api(me);
        assertThat(api.get("/api/v1/calendar").body().path("feedMadeAt").isString())
                .isTrue();
        assertThat(api.delete("/api/v1/calendar/feed").status()).isEqualTo(204);
        assertThat(api.delete("/api/v1/calendar/feed").status()).isEqualTo(204);
        assertThat(fetch(second).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/v1/calendar").body().path("feedMadeAt").isString())
                .isFalse();
        assertThat(sql.sql("select action from audit.entry where subject_id = ? and action like 'home.%' order by at")
                        .param(me.person().toString())
                        .query(String.class)
                        .list())
                .containsExactly("home.make-calendar", "home.make-calendar", "home.revoke-calendar");
    }

    @Test
    void a_wrong_address_says_nothing() {
        String base = "http://127.0.0.1:" + port + "/calendar/";
        for (String token : List.of(
                "x",
                "a".repeat(43),
                "%D8%A7",
                "a".repeat(5000),
                "..%2F",
                "'--",
                Ids.next().toString())) {
            HttpResponse<String> answer = fetch(base + token + ".ics");
            assertThat(answer.statusCode()).as(token).isBetween(400, 404);
            assertThat(answer.body()).doesNotContain("VCALENDAR");
        }
    }

    @Test
    void what_has_not_changed_is_not_sent_again_and_nobody_in_between_keeps_it() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(2));
        take(me.person(), shift);
        String address = feed(me);
        HttpResponse<String> answer = fetch(address);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
        assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = fetch(address, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> head =
                send(HttpRequest.newBuilder(URI.create(address)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        signUps.leave(viewer(me.person()), shift);
        assertThat(fetch(address, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void a_feed_asks_the_database_four_times_however_much_there_is() {
        Given.Actor me = volunteering.member();
        take(me.person(), volunteering.shift(plan(inDays(1), Duration.ofHours(1), 3)));
        String address = feed(me);
        read(address);
        assertThat(QueryCounter.during(() -> read(address))).isLessThanOrEqualTo(4);
        IntStream.range(2, 14)
                .forEach(day -> take(me.person(), volunteering.shift(plan(inDays(day), Duration.ofHours(1), 3))));
        assertThat(read(address).split("BEGIN:VEVENT")).hasSize(14);
        assertThat(QueryCounter.during(() -> read(address))).isLessThanOrEqualTo(4);
    }

    @Test
    void one_duty_goes_into_a_calendar_for_its_holder_only() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(2));
        take(me.person(), shift);
        String path = "/calendar/events/" + shift + ".ics";
        assertThat(stranger().open(path).path()).startsWith("/sign-in");
        String file = visitor(me).open(path).page().wholeText();
        assertThat(event(file.replace("\n ", "").replaceAll("\r?\n", "\r\n"), shift))
                .contains("SEQUENCE:0");
        assertThat(visitor(volunteering.member()).open(path).status()).isEqualTo(404);
        assertThat(visitor(given.actor(Role.ADMINISTRATOR)).open(path).status()).isEqualTo(404);
        assertThat(visitor(me).open("/calendar/events/nonsense.ics").status()).isEqualTo(404);
        signUps.leave(viewer(me.person()), shift);
        assertThat(visitor(me).open(path).status()).isEqualTo(404);
    }

    @Test
    void when_two_records_become_one_the_address_goes_on_and_no_number_falls() {
        Given.Actor from = volunteering.member();
        PersonId into = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(2));
        take(from.person(), shift);
        String address = feed(from);
        int before = sequence(event(read(address), shift));
        assertThat(api(given.actor(Role.MEMBERSHIP_OFFICER))
                        .post(
                                "/api/v1/people/" + into + "/merge",
                                Map.of("from", from.person().toString(), "reason", "same card"))
                        .status())
                .isLessThan(300);
        String event = event(read(address), shift);
        assertThat(event).contains("STATUS:CONFIRMED");
        assertThat(sequence(event)).isGreaterThanOrEqualTo(before);
        assertThat(count("home.calendar_feed", from.person())).isZero();
        assertThat(count("home.calendar_feed", into)).isEqualTo(1);
    }

    @Test
    void an_erased_person_s_calendar_is_gone() {
        Given.Actor me = volunteering.member();
        take(me.person(), volunteering.shift(plan(2)));
        String address = feed(me);
        read(address);
        assertThat(count("home.calendar_entry", me.person())).isEqualTo(1);
        assertThat(erase(me.person())).isLessThan(300);
        assertThat(fetch(address).statusCode()).isEqualTo(404);
        assertThat(count("home.calendar_feed", me.person())).isZero();
        assertThat(count("home.calendar_entry", me.person())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void the_page_shows_what_is_coming_and_the_address_once(String language) {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(2));
        take(me.person(), shift);
        Visitor v = said(visitor(me).in(language).open("/calendar?lang=" + language));
        assertThat(v.page().select("article a[href=/volunteering/shifts/" + shift + "]"))
                .hasSize(1);
        assertThat(v.page().select("#address, [data-copy]")).isEmpty();
        said(v.submit("form[action=/calendar/feed]", Map.of()));
        String address = v.page().select("#address").val();
        assertThat(address).startsWith("http://127.0.0.1:" + port + "/calendar/");
        assertThat(v.page().select("a[href=" + address.replace("http:", "webcal:") + "]"))
                .hasSize(1);
        assertThat(event(read(address), shift)).contains("STATUS:CONFIRMED");
        said(v.open("/calendar"));
        assertThat(v.page().html()).doesNotContain(address);
        said(v.submit("form[action=/calendar/feed/revoke]", Map.of()));
        assertThat(v.page().select(".toast")).isNotEmpty();
        assertThat(fetch(address).statusCode()).isEqualTo(404);
        assertThat(said(visitor(volunteering.member()).in(language).open("/calendar"))
                        .page()
                        .select(".empty"))
                .hasSize(1);
    }

    @Test
    void a_stranger_makes_no_address_and_sees_no_calendar() {
        assertThat(stranger().open("/calendar").path()).startsWith("/sign-in");
        assertThat(stranger().post("/calendar/feed", Map.of()).status()).isEqualTo(403);
        ApiClient nobody = new ApiClient(port);
        assertThat(nobody.get("/api/v1/calendar").status()).isEqualTo(401);
        assertThat(nobody.post("/api/v1/calendar/feed", Map.of()).status()).isEqualTo(401);
        assertThat(nobody.delete("/api/v1/calendar/feed").status()).isEqualTo(401);
    }

    @Test
    void the_page_of_a_course_offers_each_of_one_s_sessions_to_the_calendar_and_so_does_home() {
        Given.Actor me = volunteering.member();
        Offering course =
                training.open(training.published(TrainingGiven.plain(given.unit())), 5, 2, inDays(2), List.of());
        String page = "/training/offerings/" + course.id();
        assertThat(visitor(me).open(page).page().select("a[href^=/calendar/events/]"))
                .isEmpty();
        enrolments.enrol(viewer(me.person()), course.id(), Ids.next());
        assertThat(visitor(me).open(page).page().select("a[href^=/calendar/events/]"))
                .hasSize(2);
        String next = "/calendar/events/" + course.sessions().getFirst().id() + ".ics";
        Visitor home = visitor(me).open("/home");
        assertThat(home.page().select(".card--next a[href=" + next + "]")).hasSize(1);
        assertThat(home.page().select(".card--next a[href=" + page + "]")).hasSize(1);
        assertThat(visitor(me).open(next).status()).isEqualTo(200);
    }

    private static Visitor said(Visitor v) {
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦").doesNotContain("{day").doesNotContain("{count");
        assertThat(v.page().select("h1")).hasSize(1);
        return v;
    }

    private int erase(PersonId person) {
        return api(given.actor(Role.ADMINISTRATOR))
                .post("/api/v1/people/" + person + "/erasure", Map.of("confirmed", "yes"))
                .status();
    }

    private int count(String table, PersonId person) {
        return sql.sql("select count(*) from " + table + " where person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }
}
