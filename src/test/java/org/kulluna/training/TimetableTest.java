package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** The week of rooms and instructors. Each test has a week of its own, years ahead. */
class TimetableTest extends HouseTest {
    private static final AtomicInteger WEEKS = new AtomicInteger();

    @Autowired
    TrainingGiven training;

    @Autowired
    Offerings offerings;

    @Autowired
    Rooms rooms;

    private final LocalDate monday = LocalDate.of(2041, 1, 7).plusWeeks(WEEKS.incrementAndGet());

    private Instant at(int day, String time) {
        return monday.plusDays(day)
                .atTime(LocalTime.parse(time))
                .atZone(Time.PROGRAMME_ZONE)
                .toInstant();
    }

    private Room room(String unit, int seats) {
        String n = String.valueOf(Given.serial());
        return rooms.add(
                training.office(),
                new RoomForm(
                        Ids.next().toString(), "قاعة " + n, "Room " + n, unit, given.place(), String.valueOf(seats)));
    }

    private Offering hold(String unit, Room room, Instant start, List<PersonId> instructors) {
        Offering o = training.draft(training.published(TrainingGiven.plain(unit)), 5, false);
        offerings.putSession(training.office(), in(room, o, start, instructors));
        return o;
    }

    private static Session in(Room room, Offering o, Instant start, List<PersonId> instructors) {
        return new Session(
                Ids.next(),
                o.id(),
                null,
                new LocalizedText("", ""),
                room.id(),
                start,
                start.plus(Duration.ofHours(2)),
                Time.PROGRAMME_ZONE,
                false,
                instructors,
                0);
    }

    private String page() {
        return "/training/calendar?week=" + monday;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void a_room_s_week_shows_what_fills_it_and_leaves_free_what_is_free(String language) {
        String unit = given.unit();
        Room room = room(unit, 20);
        PersonId teacher = given.person("AE", LocalDate.of(1980, 1, 1), "سالم المدرب", "Salem Teacher");
        Offering o = hold(unit, room, at(2, "16:00"), List.of(teacher));
        hold(unit, room, at(4, "23:00"), List.of());
        Visitor v = said(visitor(given.actor(Role.TRAINING_OFFICER, unit))
                .in(language)
                .open(page() + "&unit=" + unit + "&lang=" + language));
        var row = Objects.requireNonNull(v.page().selectFirst("tbody tr"));
        assertThat(v.page().select("tbody tr")).hasSize(1);
        assertThat(row.select("th").text())
                .contains(language.equals("ar") ? room.name().ar() : room.name().en());
        var days = row.select("td");
        assertThat(days).hasSize(7);
        assertThat(days.get(2).select("a[href=/training/desk/" + o.id() + "]")).hasSize(1);
        assertThat(days.get(2).text()).contains(language.equals("ar") ? "سالم المدرب" : "Salem Teacher");
        assertThat(days.get(4).select("a")).hasSize(1);
        assertThat(days.get(5).select("a")).as("it crosses midnight").hasSize(1);
        String free = language.equals("ar") ? "متاح" : "free";
        for (int day : List.of(0, 1, 3, 6)) {
            assertThat(days.get(day).text()).isEqualTo(free);
        }
    }

    @Test
    void of_another_unit_s_session_one_sees_that_the_room_is_taken_and_no_more() {
        String mine = given.unit();
        String other = given.unit();
        Room room = room(mine, 20);
        PersonId teacher = given.person("AE", LocalDate.of(1980, 1, 1), "غريب المدرب", "Strange Teacher");
        Offering theirs = hold(other, room, at(1, "10:00"), List.of(teacher));
        Visitor v =
                said(visitor(given.actor(Role.TRAINING_OFFICER, mine)).in("en").open(page() + "&lang=en&unit=" + mine));
        assertThat(v.page().select("tbody td").get(1).text()).contains("Taken by another unit");
        assertThat(v.page().html())
                .doesNotContain(theirs.id().toString())
                .doesNotContain(theirs.course().title().en())
                .doesNotContain("Strange");
        var api = api(given.actor(Role.TRAINING_OFFICER, mine)).get("/api/v1/training/desk/calendar?week=" + monday);
        assertThat(api.status()).isEqualTo(200);
        assertThat(api.body().toString())
                .contains(room.id().toString())
                .doesNotContain(theirs.id().toString())
                .doesNotContain(theirs.course().title().ar())
                .doesNotContain("غريب");
        Visitor byTeacher =
                said(visitor(given.actor(Role.TRAINING_OFFICER, mine)).open(page() + "&by=instructor"));
        assertThat(byTeacher.page().html()).doesNotContain("غريب");
    }

    @Test
    void an_instructor_s_week_has_their_sessions_and_that_they_teach_elsewhere() {
        String mine = given.unit();
        PersonId teacher = given.person("AE", LocalDate.of(1980, 1, 1), "أمينة المدربة", "Amina Teacher");
        Offering here = hold(mine, room(mine, 20), at(0, "09:00"), List.of(teacher));
        Offering there = hold(given.unit(), room(mine, 20), at(3, "09:00"), List.of(teacher));
        hold(mine, room(mine, 20), at(5, "09:00"), List.of());
        Visitor v = said(
                visitor(given.actor(Role.TRAINING_OFFICER, mine)).in("en").open(page() + "&lang=en&by=instructor"));
        var rows = v.page().select("tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).select("th").text()).isEqualTo("Amina Teacher");
        assertThat(rows.get(0).select("td").get(0).select("a[href$=" + here.id() + "]"))
                .hasSize(1);
        assertThat(rows.get(0).select("td").get(3).text()).contains("Taken by another unit");
        assertThat(rows.get(1).select("th").text()).isEqualTo("Without an instructor");
        assertThat(v.page().html()).doesNotContain(there.id().toString());
        assertThat(v.page().select("select[name=instructor] option[value=" + teacher + "]"))
                .hasSize(1);
        v.open(page() + "&by=instructor&instructor=" + teacher);
        assertThat(v.page().select("tbody tr")).hasSize(1);
    }

    @Test
    void two_sessions_in_one_room_at_one_time_are_refused_and_back_to_back_are_not() {
        String unit = given.unit();
        Room room = room(unit, 20);
        hold(unit, room, at(1, "10:00"), List.of());
        assertThatThrownBy(() -> hold(unit, room, at(1, "11:00"), List.of())).hasMessage("room-taken");
        hold(unit, room, at(1, "12:00"), List.of());
        Visitor v = visitor(given.actor(Role.TRAINING_OFFICER, unit)).open(page() + "&room=" + room.id());
        assertThat(v.page().select("tbody tr")).hasSize(1);
        assertThat(v.page().select("tbody td").get(1).select("a")).hasSize(2);
    }

    @Test
    void a_free_room_is_found_by_time_and_size_the_smallest_first() {
        String unit = given.unit();
        Room small = room(unit, 7001);
        Room large = room(unit, 7002);
        Room busy = room(unit, 7003);
        hold(unit, busy, at(1, "10:00"), List.of());
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER, unit));
        String path = "/api/v1/training/desk/rooms/free?at=" + monday.plusDays(1) + "T";
        assertThat(ids(api, path + "09:00&minutes=90&people=7001", small, large, busy))
                .containsExactly(small.id(), large.id());
        assertThat(ids(api, path + "09:00&minutes=60&people=7002", small, large, busy))
                .as("it ends as the session begins")
                .containsExactly(large.id(), busy.id());
        assertThat(ids(api, path + "12:00&people=7003", small, large, busy)).containsExactly(busy.id());
        Visitor v = said(visitor(given.actor(Role.TRAINING_OFFICER, unit))
                .open("/training/calendar?at=" + monday.plusDays(1) + "T10:30&people=7001&minutes=30"));
        assertThat(v.page().select("#free .card__title").eachText())
                .contains(small.name().ar(), large.name().ar())
                .doesNotContain(busy.name().ar());
    }

    private static List<UUID> ids(ApiClient api, String path, Room... known) {
        var answer = api.get(path);
        assertThat(answer.status()).isEqualTo(200);
        List<UUID> of = List.of(known).stream().map(Room::id).toList();
        return IntStream.range(0, answer.body().size())
                .mapToObj(i -> UUID.fromString(answer.body().get(i).path("id").asString()))
                .filter(of::contains)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"'', 10, 60, at", "2026-05-24T16:00, 0, 60, people", "2026-05-24T16:00, 10, 4, minutes", "x, 10, 60, at"
    })
    void what_is_no_time_or_number_is_said_beside_its_field(String at, String people, String minutes, String field) {
        Given.Actor officer = given.actor(Role.TRAINING_OFFICER);
        String query = "?at=" + at + "&people=" + people + "&minutes=" + minutes;
        var answer = api(officer).get("/api/v1/training/desk/rooms/free" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("\"" + field + "\"");
        Visitor v = visitor(officer).open("/training/calendar" + query);
        assertThat(v.status()).isEqualTo(at.isEmpty() ? 200 : 422);
        assertThat(v.page().select("#timetable-caption"))
                .as("the week stands all the same")
                .hasSize(1);
        assertThat(v.page().select(".field--fault #" + field)).hasSize(at.isEmpty() ? 0 : 1);
    }

    @Test
    void the_week_is_the_one_that_holds_the_day_and_nonsense_is_this_week() {
        LocalDate today = LocalDate.of(2026, 5, 24);
        assertThat(filter("2026-05-20", today).monday()).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(filter("2026-05-18", today).monday()).isEqualTo(LocalDate.of(2026, 5, 18));
        for (String nonsense : List.of("", "x", "2026-02-31", "+99999-01-01", "0001-01-01")) {
            assertThat(filter(nonsense, today).monday()).isEqualTo(LocalDate.of(2026, 5, 18));
        }
        assertThat(filter("", today).isByRoom()).isTrue();
    }

    private static TimetableFilter filter(String week, LocalDate today) {
        return TimetableFilter.of(week, "x", "", "", "", today);
    }

    @Test
    void only_the_training_office_opens_it() {
        for (String path : List.of("/training/calendar", "/training/calendar?by=instructor")) {
            assertThat(stranger().open(path).path()).startsWith("/sign-in");
            assertThat(visitor(given.actor(Role.MEMBER)).open(path).status()).isEqualTo(404);
            assertThat(visitor(given.actor(Role.INSTRUCTOR)).open(path).status())
                    .isEqualTo(404);
        }
        Map.of("/api/v1/training/desk/calendar", 401, "/api/v1/training/desk/rooms/free", 401)
                .forEach((path, status) ->
                        assertThat(new ApiClient(port).get(path).status()).isEqualTo(status));
    }

    @Test
    void a_week_asks_the_database_a_handful_of_times_however_full_it_is() {
        String unit = given.unit();
        Visitor v = visitor(given.actor(Role.TRAINING_OFFICER, unit)).open(page());
        long few = QueryCounter.during(() -> v.open(page()));
        Room room = room(unit, 20);
        IntStream.range(0, 6).forEach(day -> hold(unit, room, at(day, "10:00"), List.of(given.person())));
        assertThat(QueryCounter.during(() -> v.open(page())))
                .isLessThanOrEqualTo(few + 1)
                .isLessThanOrEqualTo(10);
    }

    private static Visitor said(Visitor v) {
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦").doesNotContain("{count");
        assertThat(v.page().select("h1")).hasSize(1);
        return v;
    }
}
