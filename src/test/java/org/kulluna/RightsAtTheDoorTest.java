package org.kulluna;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kulluna.people.Accounts;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Role;
import org.kulluna.support.Doors;
import org.kulluna.support.Doors.Door;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The rights table at the doors themselves: every address of pages and API, knocked at with every role, over HTTP. Who
 * holds the right hears of what was wrong or missing; who does not hears that there is nothing here.
 */
class RightsAtTheDoorTest extends HouseTest {
    /** What a unit's grant reaches; a grant of one unit opens nothing else. */
    private static final Set<Right> OF_UNITS = EnumSet.of(
            Right.RUN_COURSES,
            Right.TEACH,
            Right.EDIT_OPPORTUNITIES,
            Right.SEE_ROSTER,
            Right.RECORD_ATTENDANCE,
            Right.VERIFY_HOURS,
            Right.CORRECT_HOURS,
            Right.SEE_ALL_HOURS,
            Right.WRITE_WHISPERS,
            Right.APPROVE_WHISPERS,
            Right.SEE_WHISPERS,
            Right.SEE_FIGURES,
            Right.BUILD_AUDIENCES,
            Right.OPEN_FIGURE_ROWS,
            Right.MANAGE_SCREENS,
            Right.HANDLE_REPORTS,
            Right.SEE_REPORTERS);

    private static final Set<Right> OF_MEMBERS =
            EnumSet.of(Right.VOLUNTEER, Right.FOLLOW_APPLICATION, Right.SEND_REPORTS);
    private static final Set<String> THINGS_OF_UNITS = Set.of(
            "opportunity",
            "shift",
            "duty",
            "claim",
            "import",
            "unit",
            "volunteer",
            "sent-whisper",
            "course",
            "offering",
            "session",
            "room",
            "question",
            "whisper",
            "enrolment",
            "segment",
            "screen",
            "loop",
            "schedule",
            "group",
            "report");

    @Autowired
    private VolunteeringGiven volunteering;

    @Autowired
    private Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_right_is_asked_for_at_every_door(Role role) throws Exception {
        walk(given.actor(role), door -> door.kind().equals("desk") ? isDesk(role) : door.opensFor(role));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_grant_of_another_unit_opens_that_units_lists_and_nothing_of_this_one(Role role) throws Exception {
        walk(
                given.actor(role, given.unit()),
                door -> door.kind().equals("desk")
                        ? isDesk(role)
                        : door.rights().stream().anyMatch(r -> r.isHeldBy(role) && reaches(r, door)));
    }

    private static boolean reaches(Right right, Door door) {
        return OF_MEMBERS.contains(right)
                || OF_UNITS.contains(right) && door.things().values().stream().noneMatch(THINGS_OF_UNITS::contains);
    }

    private static boolean isDesk(Role role) {
        return EnumSet.complementOf(EnumSet.copyOf(OF_MEMBERS)).stream().anyMatch(r -> r.isHeldBy(role));
    }

    private void walk(Given.Actor actor, Predicate<Door> opens) throws Exception {
        Map<String, String> made = things();
        Doors doors = Doors.as(actor, accounts, port);
        List<String> wrong = new ArrayList<>();
        for (Door door : Doors.all()) {
            if (!door.kind().equals("right") && !door.kind().equals("desk")) {
                continue;
            }
            int status = doors.knock(door, made);
            boolean open = status != 401 && status != 403 && status != 404;
            if (status >= 500 || open != opens.test(door) || !open && status != 404) {
                wrong.add(door.mapped() + " answers " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_stranger_is_asked_to_sign_in_at_every_door_that_is_not_public() throws Exception {
        Map<String, String> made = things();
        Doors doors = Doors.as(null, accounts, port);
        List<String> wrong = new ArrayList<>();
        for (Door door : Doors.all()) {
            if (!door.kind().equals("public")) {
                int status = doors.knock(door, made);
                boolean page = !door.address().startsWith("/api/");
                boolean asked = page ? status == 302 || status == 403 : status == 401;
                if (!asked) {
                    wrong.add(door.mapped() + " answers " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_address_of_the_house_has_its_line_in_the_table() throws Exception {
        Set<String> mapped = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("org.kulluna")) {
                for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
                    info.getPatternValues().forEach(address -> mapped.add(verb + " " + address));
                }
            }
        });
        Set<String> listed = new TreeSet<>();
        Doors.all().forEach(door -> listed.add(door.mapped()));
        assertThat(mapped)
                .as("each address needs a line in src/test/resources/rights-at-the-door.txt")
                .isEqualTo(listed);
    }

    @Test
    void every_right_opens_a_door() throws Exception {
        Set<Right> used = EnumSet.noneOf(Right.class);
        Doors.all().forEach(door -> used.addAll(door.rights()));
        used.add(Right.FOLLOW_APPLICATION);
        assertThat(used).containsExactlyInAnyOrder(Right.values());
    }

    private Map<String, String> things() {
        Map<String, String> made = new HashMap<>();
        String unit = given.unit();
        Given.Actor member = volunteering.member();
        UUID shift = volunteering.shift(unit, VolunteeringGiven.plan(5));
        volunteering.consent(
                member.person(), LocalDate.now(java.time.ZoneOffset.UTC).plusYears(1));
        volunteering.award(member.person(), "first_aid", LocalDate.of(2024, 1, 1), LocalDate.of(2099, 1, 1));
        made.put("unit", unit);
        made.put("place", given.place());
        made.put("policy", "LONG_DAY");
        made.put("member", member.person().toString());
        made.put("account", String.valueOf(member.viewer().accountId()));
        made.put("shift", shift.toString());
        made.put("duty", shift.toString());
        made.put("opportunity", one("select opportunity_id from volunteering.shift where id = ?", shift));
        made.put(
                "consent",
                one(
                        "select id from membership.guardian_consent where person_id = ?",
                        member.person().value()));
        made.put(
                "award",
                one(
                        "select id from training.award where qualification = 'first_aid' and person_id = ?",
                        member.person().value()));
        teach(unit, made);
        made.put("whisper", whisper(unit, member.person().value()));
        made.put("segment", segment(unit));
        made.put("sent-whisper", sentWhisper(unit));
        made.put("claim", claim(shift, member));
        made.put("fact", fact(shift, member));
        made.put("volunteer", member.person().toString());
        made.put(
                "import",
                api(volunteering.coordinator(unit))
                        .post(
                                "/api/v1/imports",
                                Map.of("unit", unit, "fileName", "a.csv", "text", "Title,Start\n" + unit + ","))
                        .body()
                        .path("id")
                        .asString());
        UUID screen = Ids.next();
        sql.sql("""
                insert into screens.screen (id, name_ar, name_en, unit_code, place_code, created_at)
                values (?, 'شاشة', 'Screen', ?, ?, now())""").params(screen, unit, made.get("place")).update();
        made.put("screen", screen.toString());
        fillLoop(unit, made);
        made.put("report", report(unit, made.get("place")));
        Given.Actor applicant = given.actor(Role.APPLICANT);
        String application = api(applicant)
                .post("/api/v1/applications/again", Map.of("id", Ids.next().toString()))
                .body()
                .path("id")
                .asString();
        made.put("application", application);
        made.put(
                "check",
                one("select id from membership.vetting_check where application_id = ?", UUID.fromString(application)));
        return made;
    }

    private String segment(String unit) {
        UUID id = Ids.next();
        sql.sql("""
                insert into audience.segment (id, name_ar, name_en, unit_code, filter, created_by, created_at, changed_at)
                values (?, 'ش', 'S', ?, '{}', ?, now(), now())""").params(id, unit, Ids.next()).update();
        return id.toString();
    }

    private String report(String unit, String place) {
        UUID id = Ids.next();
        sql.sql("""
                insert into incidents.report (id, receipt, category_code, subject, pillar, place_code, region, happened_at, body,
                    urgency, unit_code, state, reporter_id, received_at, answer_due_at)
                values (?, ?, 'obstacle', 'traffic', 'prevention', ?, 'abu_dhabi', now(), 'x', 1, ?, 'assigned', ?, now(),
                    now())""")
                .params(id, id.toString(), place, unit, given.person().value())
                .update();
        return id.toString();
    }

    private String one(String query, UUID id) {
        return sql.sql(query).param(id).query(UUID.class).single().toString();
    }

    private String sentWhisper(String unit) {
        UUID id = Ids.next();
        sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, sent_at, expires_at, planned_at, pushed_at, created_by,
                    created_at, changed_at)
                values (?, ?, 'safety', 'sent', timestamptz '2016-02-02 10:00+04', timestamptz '2016-02-03 10:00+04', now(),
                    now(), ?, now(), now())""").params(id, unit, id).update();
        return id.toString();
    }

    private void teach(String unit, Map<String, String> made) {
        String course = "course_" + Given.serial();
        UUID offering = Ids.next();
        UUID session = Ids.next();
        sql.sql("""
                insert into training.course (code, title_ar, title_en, level, unit_code, created_at)
                values (?, 'دورة', 'Course', 'foundational', ?, now())""").params(course, unit).update();
        sql.sql("""
                insert into training.offering (id, course_code, unit_code, state, maximum, created_at)
                values (?, ?, ?, 'draft', 5, now())""").params(offering, course, unit).update();
        sql.sql("""
                insert into training.session (id, offering_id, starts_at, ends_at)
                values (?, ?, now() + interval '1 day', now() + interval '25 hours')""").params(session, offering).update();
        UUID room = Ids.next();
        sql.sql("""
                insert into training.room (id, unit_code, place_code, name_ar, name_en, capacity)
                values (?, ?, ?, 'قاعة', 'Room', 20)""").params(room, unit, made.get("place")).update();
        made.put("room", room.toString());
        UUID question = Ids.next();
        sql.sql("insert into assessment.question (id, course_code, created_at) values (?, ?, now())")
                .params(question, course)
                .update();
        sql.sql("""
                insert into assessment.wording (id, question_id, number, kind, text_ar, text_en, why_ar, why_en,
                    options_ar, options_en, options_right, written_at)
                values (?, ?, 1, 'true_false', 'س', 'Q', 'ل', 'W', '{ن,ل}', '{T,F}', '{true,false}', now())""").params(Ids.next(), question).update();
        UUID enrolment = Ids.next();
        sql.sql("""
                insert into training.enrolment (id, offering_id, person_id, state, created_at, changed_at)
                values (?, ?, ?, 'booked', now(), now())""").params(enrolment, offering, given.person().value()).update();
        made.put("question", question.toString());
        made.put("enrolment", enrolment.toString());
        made.put("course", course);
        made.put("offering", offering.toString());
        made.put("session", session.toString());
    }

    private String whisper(String unit, UUID by) {
        UUID id = Ids.next();
        sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, created_by, created_at, changed_at)
                values (?, ?, 'safety', 'in_review', ?, now(), now())""").params(id, unit, by).update();
        sql.sql("insert into whispers.revision (whisper_id, number, written_by, written_at) values (?, 1, ?, now())")
                .params(id, by)
                .update();
        sql.sql("""
                insert into whispers.wording (whisper_id, revision, language, title, body)
                values (?, 1, 'ar', 'همسة', 'نص'), (?, 1, 'en', 'Whisper', 'Text')""").params(id, id).update();
        return id.toString();
    }

    private void fillLoop(String unit, Map<String, String> made) {
        for (String thing : List.of("loop", "item", "schedule", "group")) {
            made.put(thing, Ids.next().toString());
        }
        sql.sql(
                        "insert into screens.loop (id, name_ar, name_en, unit_code, created_at) values (?::uuid, 'ح', 'L', ?, now())")
                .params(made.get("loop"), unit)
                .update();
        sql.sql(
                        "insert into screens.loop_item (id, loop_id, position, kind, seconds) values (?::uuid, ?::uuid, 1, 'figures', 9)")
                .params(made.get("item"), made.get("loop"))
                .update();
        sql.sql("insert into screens.schedule (id, loop_id, created_at) values (?::uuid, ?::uuid, now())")
                .params(made.get("schedule"), made.get("loop"))
                .update();
        sql.sql("""
                insert into screens.screen_group (id, name_ar, name_en, unit_code, created_at)
                values (?::uuid, 'م', 'G', ?, now())""").params(made.get("group"), unit).update();
    }

    private String claim(UUID duty, Given.Actor member) {
        UUID id = Ids.next();
        sql.sql("""
                insert into attendance.claim (id, duty_id, person_id, minutes, state, opened_at)
                values (?, ?, ?, 60, 'open', now())""").params(id, duty, member.person().value()).update();
        return id.toString();
    }

    private String fact(UUID duty, Given.Actor member) {
        UUID id = Ids.next();
        sql.sql("""
                insert into attendance.fact (id, duty_id, person_id, kind, happened_at, means, recorded_by, recorded_at)
                values (?, ?, ?, 'in', ?, 'tap', ?, now())""")
                .params(
                        id,
                        duty,
                        member.person().value(),
                        Instant.now().atOffset(java.time.ZoneOffset.UTC),
                        member.person().value())
                .update();
        return id.toString();
    }
}
