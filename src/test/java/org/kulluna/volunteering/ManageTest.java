package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.volunteering.VolunteeringGiven.demanding;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.attendance.DutyOwner;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ManageTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    Shifts shifts;

    @Autowired
    ShiftRows rows;

    @Autowired
    SignUps signUps;

    @Autowired
    Opportunities opportunities;

    @Autowired
    List<DutyOwner> owners;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void a_coordinator_makes_an_opportunity_adds_shifts_publishes_repeats_edits_and_calls_off(String language) {
        String unit = given.unit();
        String place = given.place();
        Visitor v = visitor(volunteering.coordinator(unit)).in(language);
        said(v.open("/volunteering/manage?lang=" + language));
        said(v.open("/volunteering/manage/new"));
        v.submit("form[data-operation=createOpportunity]", Map.of("titleAr", "تنظيم", "unit", unit));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().selectFirst("#titleAr").val()).isEqualTo("تنظيم");
        v.submit(
                "form[data-operation=createOpportunity]",
                Map.of(
                        "titleAr",
                        "تنظيم الحشود",
                        "titleEn",
                        "Crowds",
                        "pillar",
                        "prevention",
                        "place",
                        place,
                        "unit",
                        unit));
        said(v);
        String home = v.path();
        assertThat(home).startsWith("/volunteering/manage/");
        said(v.open(home + "/shifts/new"));
        v.submit("form[data-operation=addShift]", Map.of("startsAt", "never"));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().selectFirst("#startsAt").val()).isEqualTo("never");
        v.open(home + "/shifts/new");
        v.submit(
                "form[data-operation=addShift]",
                Map.of(
                        "roles[0].nameAr",
                        "مرشد, وقائد",
                        "roles[0].nameEn",
                        "Usher, guide",
                        "roles[0].minimum",
                        "2",
                        "roles[0].maximum",
                        "٥",
                        "place",
                        place,
                        "walkIns",
                        "true"));
        said(v);
        assertThat(v.path()).isEqualTo(home);
        v.submit("form[data-operation=publishOpportunity]", Map.of());
        said(v);
        assertThat(v.page().select("form[data-operation=publishOpportunity]")).isEmpty();
        String shift = v.page().selectFirst("table a").attr("href");
        said(v.open(shift));
        v.submit("form[data-operation=repeatShift]", Map.of("weeks", "3"));
        said(v);
        assertThat(v.page().select("tbody tr")).hasSize(4);
        said(v.open(shift + "/edit"));
        assertThat(v.page().selectFirst("#role0en").val()).isEqualTo("Usher, guide");
        v.submit("form[data-operation=changeShift]", Map.of("roles[0].maximum", "9", "place", place));
        said(v);
        v.submit("form[data-operation=cancelShift]", Map.of("reason", "Storm"));
        said(v);
        assertThat(v.text()).contains("Storm");
        said(v.open(home + "/edit"));
        v.submit("form[data-operation=changeOpportunity]", Map.of("titleEn", "Crowds again", "place", place));
        said(v);
        v.submit("form[data-operation=cancelOpportunity]", Map.of("reason", "No need"));
        said(v);
        said(v.open("/volunteering/manage?q=" + (language.equals("ar") ? "%D8%AA%D9%86%D8%B8%D9%8A%D9%85" : "crowdz")
                + "&state=cancelled&pillar=prevention&unit=" + unit));
        assertThat(v.page().select("tbody tr")).hasSize(1);
        said(v.open("/volunteering/manage?q=%25_%27%22&state=zz&cursor=1.x"));
    }

    @Test
    void another_units_coordinator_finds_nothing_and_changes_nothing() {
        UUID shift = volunteering.shift(plan(2));
        UUID opportunity = rows.find(shift).orElseThrow().opportunity();
        Given.Actor other = volunteering.coordinator(given.unit());
        Visitor v = visitor(other);
        for (String path : List.of(
                "/" + opportunity,
                "/" + opportunity + "/edit",
                "/" + opportunity + "/shifts/new",
                "/shifts/" + shift,
                "/shifts/" + shift + "/edit")) {
            assertThat(v.open("/volunteering/manage" + path).status()).as(path).isEqualTo(404);
        }
        ApiClient api = api(other);
        assertThat(api.get("/api/v1/opportunities/" + opportunity).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/shifts/" + shift + "/roster").status()).isEqualTo(404);
        for (String path : List.of(
                "/opportunities/" + opportunity + "/publish",
                "/opportunities/" + opportunity + "/cancel",
                "/shifts/" + shift + "/cancel")) {
            assertThat(api.post("/api/v1" + path, Map.of("version", 0)).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(api.post("/api/v1/shifts/" + shift + "/repeat", Map.of("weeks", 2))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/opportunities/" + opportunity + "/shifts", shiftBody(2))
                        .status())
                .isEqualTo(404);
        assertThat(api.put("/api/v1/shifts/" + shift, shiftBody(2)).status()).isEqualTo(404);
        assertThat(rows.find(shift).orElseThrow().version()).isEqualTo(1);
        assertThat(api.get("/api/v1/opportunities").body().path("opportunities").size())
                .isZero();
    }

    @Test
    void the_api_makes_and_changes_the_same_things_and_refuses_in_words() {
        String unit = given.unit();
        ApiClient api = api(volunteering.coordinator(unit));
        String id = Ids.next().toString();
        Map<String, String> body = Map.of(
                "id", id, "unit", unit, "titleAr", "أ", "titleEn", "A", "pillar", "prevention", "place", given.place());
        assertThat(api.post("/api/v1/opportunities", body).status()).isEqualTo(201);
        assertThat(api.post("/api/v1/opportunities", body).body().path("id").asString())
                .isEqualTo(id);
        ApiClient.Answer added = api.post("/api/v1/opportunities/" + id + "/shifts", shiftBody(3));
        assertThat(added.status()).isEqualTo(201);
        assertThat(api.post("/api/v1/opportunities/" + id + "/publish", Map.of("version", 7))
                        .status())
                .isEqualTo(409);
        assertThat(api.post("/api/v1/opportunities/" + id + "/publish", Map.of("version", 0))
                        .status())
                .isEqualTo(204);
        ApiClient.Answer read = api.get("/api/v1/opportunities/" + id);
        assertThat(read.body().path("shifts").get(0).path("shift").path("state").asString())
                .isEqualTo("published");
        assertThat(api.post("/api/v1/opportunities", Map.of("unit", unit)).status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/opportunities/" + id + "/shifts", Map.of()).status())
                .isEqualTo(422);
        assertThat(api.post(
                                "/api/v1/opportunities/" + id + "/shifts",
                                Map.of("roles", List.of(Map.of("nameEn", "x", "maximum", "many"))))
                        .status())
                .isEqualTo(422);
        String shift = added.body().path("id").asString();
        assertThat(api.post("/api/v1/shifts/" + shift + "/repeat", Map.of("weeks", 99))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/shifts/" + shift + "/repeat", Map.of("weeks", 2))
                        .body()
                        .path("made")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.post("/api/v1/shifts/" + shift + "/repeat", Map.of("weeks", 2))
                        .body()
                        .path("made")
                        .asInt())
                .isZero();
        assertThat(api.get("/api/v1/shifts/" + shift + "/roster").status()).isEqualTo(200);
        assertThat(api.post("/api/v1/opportunities/" + id + "/cancel", Map.of("version", 1, "reason", "x"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_page_with_a_role_number_out_of_all_bounds_is_no_bug() {
        UUID shift = volunteering.shift(plan(2));
        UUID opportunity = rows.find(shift).orElseThrow().opportunity();
        String unit = volunteering
                .coordinatorOf(shift)
                .unitsWith(org.kulluna.shared.Right.EDIT_OPPORTUNITIES)
                .iterator()
                .next();
        Visitor v = visitor(volunteering.coordinator(unit)).open("/volunteering/manage/" + opportunity + "/shifts/new");
        v.submit("form[data-operation=addShift]", Map.of("roles[99999].nameEn", "x", "roles[-1].nameEn", "y"));
        assertThat(v.status()).isBetween(400, 499);
    }

    @Test
    void a_change_that_costs_seats_asks_first_then_lapses_and_tells_and_the_others_move_along() {
        PersonId qualified = volunteering.memberPerson();
        PersonId unqualified = volunteering.memberPerson();
        volunteering.award(
                qualified,
                "first_aid",
                java.time.LocalDate.now(org.kulluna.shared.Time.PROGRAMME_ZONE).minusDays(1),
                null);
        UUID shift = volunteering.shift(plan(3));
        take(qualified, shift);
        take(unqualified, shift);
        Viewer boss = volunteering.coordinatorOf(shift);
        NewShift harder = demanding(
                plan(Instant.now().plus(8, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS), Duration.ofHours(3), 3),
                List.of("first_aid"),
                18,
                false,
                false);
        assertThat(shifts.preview(boss, shift, harder))
                .singleElement()
                .extracting(Consequence::person)
                .isEqualTo(unqualified);
        assertThatThrownBy(() -> shifts.change(boss, shift, 1, harder, false)).hasMessage("shift-change-lapses");
        assertThat(volunteering.booked(shift)).isEqualTo(2);
        shifts.change(boss, shift, 1, harder, true);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
        assertThat(volunteering.notices(unqualified)).containsExactly("seat-taken", "seat-lapsed");
        assertThat(volunteering.notices(qualified)).containsExactly("seat-taken", "shift-changed");
        assertThat(sql.sql("select lower(during) = ? from eligibility.commitment where subject_id = ?")
                        .params(VolunteeringGiven.utc(harder.startsAt()), shift)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        assertThatThrownBy(() -> shifts.change(boss, shift, 1, harder, true)).hasMessage("changed-meanwhile");
    }

    @Test
    void a_move_onto_another_duty_of_somebody_lapses_their_seat() {
        Instant start = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        PersonId me = volunteering.memberPerson();
        UUID fixed = volunteering.shift(plan(start, Duration.ofHours(2), 2));
        UUID moving = volunteering.shift(plan(start.plusSeconds(7200), Duration.ofHours(2), 2));
        take(me, fixed);
        take(me, moving);
        shifts.change(
                volunteering.coordinatorOf(moving),
                moving,
                1,
                plan(start.plusSeconds(3600), Duration.ofHours(2), 2),
                true);
        assertThat(signUps.findMine(viewer(me), moving).orElseThrow().reason()).isEqualTo("overlap");
        assertThat(volunteering.isBound(me, fixed)).isTrue();
    }

    @Test
    void more_seats_promote_and_fewer_than_are_taken_are_refused() {
        UUID shift = volunteering.shift(plan(1));
        PersonId waiting = volunteering.memberPerson();
        take(volunteering.memberPerson(), shift);
        take(waiting, shift);
        Viewer boss = volunteering.coordinatorOf(shift);
        Shift now = rows.find(shift).orElseThrow();
        shifts.change(boss, shift, 1, plan(now.startsAt(), Duration.ofHours(4), 2), false);
        assertThat(signUps.findMine(viewer(waiting), shift).orElseThrow().state())
                .isEqualTo(SignUpState.BOOKED);
        assertThatThrownBy(() -> shifts.change(boss, shift, 2, plan(now.startsAt(), Duration.ofHours(4), 1), true))
                .hasMessage("invalid");
        assertThat(rows.find(shift).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void calling_off_frees_and_tells_everybody_and_stays() {
        UUID shift = volunteering.shift(plan(1));
        PersonId booked = volunteering.memberPerson();
        PersonId waiting = volunteering.memberPerson();
        take(booked, shift);
        take(waiting, shift);
        Viewer boss = volunteering.coordinatorOf(shift);
        shifts.cancel(boss, shift, 1, "Rain");
        shifts.cancel(boss, shift, 1, "Rain");
        assertThat(volunteering.notices(booked)).containsExactly("seat-taken", "shift-cancelled");
        assertThat(volunteering.notices(waiting)).containsExactly("shift-cancelled");
        assertThat(volunteering.isBound(booked, shift)).isFalse();
        assertThat(volunteering.isExpected(booked, shift)).isFalse();
        assertThat(volunteering.booked(shift)).isZero();
        assertThat(sql.sql("select cancelled_at is not null from attendance.duty where id = ?")
                        .param(shift)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThatThrownBy(() -> shifts.change(boss, shift, 2, plan(1), true)).hasMessage("shift-cancelled");
    }

    @Test
    void an_external_id_updates_and_never_doubles() {
        String unit = given.unit();
        Viewer boss = new Viewer(
                given.person(), null, List.of(new Viewer.Grant(org.kulluna.shared.Role.UNIT_COORDINATOR, unit)), false);
        NewOpportunity n = volunteering.need(unit);
        NewOpportunity o = new NewOpportunity(
                unit, "feed", "x1", n.title(), n.text(), n.may(), n.mayNot(), "prevention", n.place());
        UUID first = opportunities.put(boss, o);
        assertThat(opportunities.put(boss, o)).isEqualTo(first);
        NewShift p = plan(4);
        NewShift s = new NewShift(
                "s1", p.startsAt(), p.endsAt(), p.zone(), null, List.of(), 18, false, false, null, p.roles());
        UUID shift = shifts.put(boss, first, s);
        assertThat(shifts.put(boss, first, s)).isEqualTo(shift);
        assertThat(rows.listOf(first)).hasSize(1);
    }

    @Test
    void the_gate_takes_walk_ins_in_while_seats_are_free_and_says_why_not() {
        DutyOwner owner = owners.stream()
                .filter(o -> o.kind().equals("shift"))
                .findFirst()
                .orElseThrow();
        UUID closed = volunteering.shift(plan(1));
        UUID open = volunteering.shift(demanding(plan(1), List.of(), 18, false, true));
        Viewer leader = volunteering.coordinatorOf(open);
        PersonId me = volunteering.memberPerson();
        clock.forward(Duration.ofDays(3).plusHours(1));
        assertThat(admit(owner, volunteering.coordinatorOf(closed), closed, me)).containsExactly("no-walk-ins");
        assertThat(admit(owner, leader, open, given.person())).contains("not-a-member");
        assertThat(admit(owner, leader, open, me)).isEmpty();
        assertThat(admit(owner, leader, open, me)).isEmpty();
        assertThat(volunteering.booked(open)).isEqualTo(1);
        assertThat(volunteering.isExpected(me, open)).isTrue();
        assertThat(admit(owner, leader, open, volunteering.memberPerson())).containsExactly("full");
        clock.forward(Duration.ofHours(4));
        assertThat(admit(owner, leader, open, volunteering.memberPerson())).containsExactly("over");
    }

    private List<String> admit(DutyOwner owner, Viewer by, UUID shift, PersonId person) {
        return transaction.execute(
                t -> owner.admit(by, shift, person).stream().map(r -> r.key()).toList());
    }

    private SignUp take(PersonId person, UUID shift) {
        return signUps.signUp(viewer(person), shift, Ids.next(), volunteering.role(shift));
    }

    private static Map<String, Object> shiftBody(int seats) {
        Instant start = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        return Map.of(
                "startsAt", start.toString(),
                "endsAt", start.plusSeconds(7200).toString(),
                "minimumAge", 18,
                "studentsWelcome", true,
                "roles", List.of(Map.of("nameAr", "مرشد", "nameEn", "Usher", "minimum", 1, "maximum", seats)));
    }

    private static Visitor said(Visitor v) {
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦").doesNotContain("{count");
        assertThat(v.page().select("h1.page-title")).hasSize(1);
        return v;
    }
}
