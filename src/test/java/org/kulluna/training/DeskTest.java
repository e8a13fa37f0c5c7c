package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** What the training office does with sessions, trainees, parts and rooms after they were made. */
class DeskTest extends HouseTest {
    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Offerings offerings;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Courses courses;

    @Autowired
    Rooms rooms;

    private int told(Given.Actor actor, String key) {
        return sql.sql("select count(*) from delivery.notice where person_id = ? and key = ?")
                .params(actor.person().value(), key)
                .query(Integer.class)
                .single();
    }

    private long number(org.kulluna.shared.PersonId person) {
        return sql.sql("select number from membership.member where person_id = ?")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }

    private Offering open(int places, int sessions) {
        return training.open(training.published(TrainingGiven.plain(given.unit())), places, sessions);
    }

    private Given.Actor enrolled(Offering o) {
        Given.Actor member = members.member();
        enrolments.enrol(member.viewer(), o.id(), Ids.next());
        return member;
    }

    @Test
    void one_session_taken_out_leaves_the_course_on_and_frees_its_time() {
        Offering o = open(5, 2);
        Given.Actor member = enrolled(o);
        Session second = o.sessions().get(1);
        Offering after = offerings.cancelSession(training.office(), o.id(), second.id());
        assertThat(after.sessions()).hasSize(1);
        assertThat(after.state()).isEqualTo(OfferingState.OPEN);
        assertThat(offerings
                        .cancelSession(training.office(), o.id(), second.id())
                        .sessions())
                .hasSize(1);
        assertThat(told(member, "course-session-cancelled")).isEqualTo(1);
        assertThat(told(member, "course-cancelled")).isZero();
        Offering other = training.open(o.course(), 5, 1, second.startsAt(), List.of());
        assertThat(enrolments.enrol(member.viewer(), other.id(), Ids.next()).state())
                .isEqualTo(EnrolmentState.BOOKED);
        refused(
                "last-session",
                () -> offerings.cancelSession(
                        training.office(), o.id(), after.sessions().getFirst().id()));
    }

    @Test
    void a_session_that_began_is_not_taken_out() {
        Offering o = open(5, 2);
        clock.setTo(o.sessions().getFirst().startsAt());
        refused(
                "session-begun",
                () -> offerings.cancelSession(
                        training.office(), o.id(), o.sessions().getFirst().id()));
    }

    @Test
    void while_places_are_held_the_time_stays_and_the_title_may_change() {
        Offering o = open(5, 1);
        enrolled(o);
        Session s = o.sessions().getFirst();
        Session renamed = new Session(
                s.id(),
                s.offering(),
                null,
                new LocalizedText("تطبيق", "Practice"),
                null,
                s.startsAt(),
                s.endsAt(),
                s.zone(),
                false,
                List.of(),
                s.version());
        assertThat(offerings
                        .putSession(training.office(), renamed)
                        .sessions()
                        .getFirst()
                        .title()
                        .en())
                .isEqualTo("Practice");
    }

    @Test
    void a_place_taken_back_goes_to_who_waits_and_both_are_told_once() {
        Offering o = open(1, 1);
        Given.Actor first = enrolled(o);
        Given.Actor second = enrolled(o);
        UUID place = enrolments.get(first.viewer(), o.id()).mine().id();
        refused("invalid", () -> cohorts.withdraw(training.office(), o.id(), place, ""));
        cohorts.withdraw(training.office(), o.id(), place, "the unit needs you");
        assertThat(enrolments.get(second.viewer(), o.id()).mine().state()).isEqualTo(EnrolmentState.BOOKED);
        assertThat(told(first, "place-withdrawn")).isEqualTo(1);
        assertThat(told(second, "place-promoted")).isEqualTo(1);
        refused("not-now", () -> cohorts.withdraw(training.office(), o.id(), place, "again"));
        UUID now = enrolments.get(second.viewer(), o.id()).mine().id();
        clock.setTo(o.sessions().getFirst().startsAt());
        refused("not-now", () -> cohorts.withdraw(training.office(), o.id(), now, "too late"));
    }

    @Test
    void trainees_are_found_by_name_number_and_state_and_come_a_page_at_a_time() {
        Offering o = open(150, 1);
        List<Given.Actor> all = new ArrayList<>();
        for (int i = 0; i < 103; i++) {
            all.add(members.member());
        }
        List<String> numbers =
                all.stream().map(a -> String.valueOf(number(a.person()))).toList();
        cohorts.enrolMany(training.office(), o.id(), numbers);
        var page = cohorts.roster(training.office(), o.id(), TraineeFilter.ALL);
        assertThat(page.rows()).hasSize(100);
        var rest = cohorts.roster(training.office(), o.id(), new TraineeFilter("", "", page.next()));
        assertThat(rest.rows()).hasSize(3);
        assertThat(rest.next()).isNull();
        String number = numbers.get(7);
        assertThat(cohorts.roster(training.office(), o.id(), new TraineeFilter(number, "", ""))
                        .rows())
                .singleElement()
                .satisfies(l -> assertThat(l.person()).isEqualTo(all.get(7).person()));
        assertThat(cohorts.roster(training.office(), o.id(), new TraineeFilter("", "waiting", ""))
                        .rows())
                .isEmpty();
        assertThat(cohorts.roster(training.office(), o.id(), new TraineeFilter("", "gone", ""))
                        .rows())
                .isEmpty();
        assertThat(cohorts.roster(training.office(), o.id(), new TraineeFilter("", "booked", "nonsense"))
                        .rows())
                .hasSize(100);
    }

    @Test
    void a_cohort_is_judged_in_few_questions_and_placed_in_its_order() {
        Offering o = open(20, 1);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            numbers.add(String.valueOf(number(members.member().person())));
        }
        List<Cohorts.Placed> placed = new ArrayList<>();
        long asked = QueryCounter.during(() -> placed.addAll(cohorts.enrolMany(training.office(), o.id(), numbers)));
        assertThat(placed).extracting(Cohorts.Placed::number).isEqualTo(numbers);
        assertThat(placed.subList(0, 20)).allMatch(p -> p.reason().isEmpty());
        assertThat(placed.subList(20, 25)).allMatch(p -> p.reason().equals("full"));
        assertThat(asked).isLessThan(25 * 12L);
    }

    @Test
    void parts_left_out_go_unless_a_session_teaches_them_and_nobody_elses_part_is_touched() {
        Course course = training.published(TrainingGiven.plain(given.unit()));
        Part one = new Part(Ids.next(), new LocalizedText("أول", "One"), 30);
        Part two = new Part(Ids.next(), new LocalizedText("ثانٍ", "Two"), 30);
        courses.putParts(training.office(), course.code(), List.of(one, two));
        assertThat(courses.putParts(training.office(), course.code(), List.of(two)))
                .containsExactly(two);
        Offering draft = training.draft(course, 5, false);
        Session s = TrainingGiven.session(draft.id(), training.soon(), Duration.ofHours(1), List.of());
        offerings.putSession(
                training.office(),
                new Session(
                        s.id(),
                        s.offering(),
                        two.id(),
                        s.title(),
                        null,
                        s.startsAt(),
                        s.endsAt(),
                        s.zone(),
                        false,
                        List.of(),
                        0));
        refused("part-in-use", () -> courses.putParts(training.office(), course.code(), List.of()));
        Course other = training.published(TrainingGiven.plain(given.unit()));
        Part stolen = new Part(two.id(), new LocalizedText("غريب", "Strange"), 30);
        refused("invalid", () -> courses.putParts(training.office(), other.code(), List.of(stolen)));
        assertThat(courses.parts(training.office(), course.code())).containsExactly(two);
    }

    @Test
    void a_room_with_a_session_to_come_is_not_retired() {
        String unit = given.unit();
        RoomForm form = new RoomForm(Ids.next().toString(), "قاعة", "Room", unit, given.place(), "12");
        Room room = rooms.add(training.office(), form);
        assertThat(rooms.add(training.office(), form)).isEqualTo(room);
        Course course = training.published(TrainingGiven.plain(unit));
        Offering draft = training.draft(course, 5, false);
        Session s = TrainingGiven.session(draft.id(), training.soon(), Duration.ofHours(1), List.of());
        offerings.putSession(
                training.office(),
                new Session(
                        s.id(),
                        s.offering(),
                        null,
                        s.title(),
                        room.id(),
                        s.startsAt(),
                        s.endsAt(),
                        s.zone(),
                        false,
                        List.of(),
                        0));
        refused("room-in-use", () -> rooms.retire(training.office(), room.id()));
        clock.setTo(s.endsAt());
        rooms.retire(training.office(), room.id());
        rooms.retire(training.office(), room.id());
        assertThat(rooms.list(training.office())).extracting(Room::id).doesNotContain(room.id());
        rooms.change(training.office(), room.id(), form);
        assertThat(rooms.list(training.office())).extracting(Room::id).contains(room.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void the_office_edits_sessions_parts_and_rooms_on_pages(String language) {
        String unit = given.unit();
        Course course = training.published(TrainingGiven.plain(unit));
        Offering o = training.open(course, 3, 2);
        Given.Actor member = enrolled(o);
        Visitor office = visitor(given.actor(Role.TRAINING_OFFICER)).in(language);
        String desk = "/training/desk/" + o.id();
        seen(office.open(desk + "/sessions/" + o.sessions().getFirst().id() + "/edit?lang=" + language));
        assertThat(office.page().select("#startsAt").val()).isNotEmpty();
        seen(office.submit("form[data-operation=putSession]", Map.of("titleEn", "Practice")));
        seen(office.open(desk + "/sessions/" + o.sessions().get(1).id() + "/edit"));
        seen(office.submit("form[data-operation=cancelSession]", Map.of()));
        assertThat(office.path()).isEqualTo(desk);
        seen(office.open(desk + "/sheet"));
        assertThat(office.page().select(".sheet tbody tr")).hasSize(1);
        seen(office.open(desk));
        seen(office.submit("form[data-operation=withdrawPlace]", Map.of("reason", "moved")));
        assertThat(enrolments.get(member.viewer(), o.id()).mine().state()).isEqualTo(EnrolmentState.CANCELLED);
        office.open("/training/manage/" + course.code() + "/parts");
        office.submit("form[data-operation=putParts]", Map.of("parts[0].titleAr", "جزء", "parts[0].minutes", "30"));
        assertThat(office.page().select("[role=alert]")).isNotEmpty();
        assertThat(office.page().select("[name='parts[0].titleAr']").val()).isEqualTo("جزء");
        seen(office.submit("form[data-operation=putParts]", Map.of("parts[0].titleEn", "Part")));
        assertThat(courses.parts(training.office(), course.code())).hasSize(1);
        Room room = rooms.add(
                training.office(), new RoomForm(Ids.next().toString(), "قاعة", "Room", unit, given.place(), "12"));
        seen(office.open("/training/rooms/" + room.id()));
        seen(office.submit("form[data-operation=changeRoom]", Map.of("capacity", "30")));
        seen(office.open("/training/rooms/" + room.id()));
        assertThat(office.page().select("#capacity").val()).isEqualTo("30");
        seen(office.submit("form[data-operation=retireRoom]", Map.of()));
        assertThat(rooms.list(training.office())).extracting(Room::id).doesNotContain(room.id());
    }

    private static void seen(Visitor v) {
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦");
        assertThat(v.page().select("h1.page-title")).isNotEmpty();
    }

    @Test
    void programs_list_and_withdraw_as_the_page_does_and_a_file_carries_the_same_rows() {
        Offering o = open(3, 1);
        Given.Actor member = enrolled(o);
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER));
        String at = "/api/v1/training/desk/offerings/" + o.id();
        var first = api.get(at + "/trainees").body().path("trainees").get(0);
        assertThat(first.path("state").asString()).isEqualTo("booked");
        assertThat(first.path("memberNumber").asLong()).isEqualTo(number(member.person()));
        assertThat(api.get(at + "/trainees?state=gone").body().path("trainees").size())
                .isZero();
        Visitor office = visitor(given.actor(Role.TRAINING_OFFICER));
        assertThat(office.open("/training/desk/" + o.id() + "/trainees.csv").text())
                .contains(String.valueOf(number(member.person())))
                .contains("membership_number");
        String id = first.path("enrolment").asString();
        assertThat(api.post(at + "/withdraw", Map.of("enrolment", id)).status()).isEqualTo(422);
        assertThat(api.post(at + "/withdraw", Map.of("enrolment", id, "reason", "x"))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(sql.sql("select count(*) from audit.entry where action = 'training.take-roster' and subject_id = ?")
                        .param(o.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
