package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PagesTest extends HouseTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    private String unit = "";
    private Given.Actor leader = new Given.Actor(new PersonId(Ids.next()), "", Viewer.STRANGER);
    private Given.Actor coordinator = leader;

    @BeforeEach
    void a_unit() {
        unit = given.unit();
        leader = given.actor(Role.SHIFT_LEADER, unit);
        coordinator = given.actor(Role.UNIT_COORDINATOR, unit);
    }

    private static void reads(Visitor visitor, String... words) {
        assertThat(visitor.text()).doesNotContain("⟦").contains(words);
    }

    @Test
    void strangers_sign_in_and_others_find_nothing() {
        Duties.Duty duty = at.running(unit);
        Visitor member = visitor(given.actor(Role.MEMBER));
        Visitor elsewhere = visitor(given.actor(Role.UNIT_COORDINATOR, given.unit()));
        for (String path : List.of(
                "/attendance/gate/" + duty.id(),
                "/attendance/claims/duties/" + duty.id(),
                "/attendance/claims/" + UUID.randomUUID(),
                "/attendance/duties/" + duty.id(),
                "/attendance/people/" + UUID.randomUUID() + "/hours",
                "/attendance/gate/nonsense")) {
            assertThat(stranger().open(path).path()).as(path).startsWith("/sign-in");
            assertThat(member.open(path).status()).as(path).isEqualTo(404);
            assertThat(elsewhere.open(path).status()).as(path).isEqualTo(404);
        }
        assertThat(member.open("/attendance/gate").status()).isEqualTo(404);
        assertThat(member.open("/attendance/claims").status()).isEqualTo(404);
        assertThat(stranger().open("/attendance/hours").path()).startsWith("/sign-in");
    }

    @Test
    void the_gate_works_without_script_in_both_languages() {
        Duties.Duty duty = at.running(unit);
        PersonId person = at.expected(duty);
        Visitor v = visitor(leader);
        reads(v.open("/attendance/gate"), duty.title().ar());
        reads(v.open("/attendance/gate/" + duty.id()), "سارة خان", "حاضرون من 1");
        String form = "form[data-fact-form]";
        v.submit(form, Map.of("act", "in " + Ids.next()));
        reads(v, "سارة خان", "سُجل الحضور", "حاضر منذ");
        assertThat(v.page().body().className()).contains("gate-result--in");
        v.in("en").open("/attendance/gate/" + duty.id() + "?lang=en");
        reads(v, "1 of 1 in", "in since");
        v.submit(form, Map.of("act", "in " + Ids.next()));
        reads(v, "Recorded before", "Already in since");
        assertThat(v.page().body().className()).contains("gate-result--already");
        v.submit("form:has(button[value^=out])", Map.of("act", "out " + Ids.next()));
        reads(v, "Checked out", "left at");
        v.submit("form:has(button[value^=void])", Map.of("act", "void " + Ids.next()));
        reads(v, "1 of 1 in");
        assertThat(at.count("fact", duty)).isEqualTo(3);
        v.open("/attendance/gate/" + duty.id() + "?q=nobody");
        reads(v, "Nothing found");
        reads(v.open("/attendance/gate/" + duty.id() + "?q=%D8%B3%D8%A7%D8%B1%D9%87"), "Sara Khan");
        reads(v.open("/attendance/gate/" + duty.id() + "?q=saara"), "Sara Khan");
        assertThat(person).isNotNull();
    }

    @Test
    void the_gate_keeps_its_calm_with_nonsense() {
        Duties.Duty duty = at.running(unit);
        Visitor v = visitor(leader).in("en");
        v.open("/attendance/gate/" + duty.id() + "?lang=en");
        v.submit("form[data-number-form]", Map.of("act", "in " + Ids.next(), "membershipNumber", "abc"));
        assertThat(v.status()).isEqualTo(422);
        reads(v, "Membership number");
        v.open("/attendance/gate/" + duty.id());
        v.submit("form[data-number-form]", Map.of("act", "in " + Ids.next(), "membershipNumber", "999999999999998"));
        reads(v, "No member has this number");
        v.open("/attendance/gate/" + duty.id());
        v.submit("form[data-number-form]", Map.of("act", "dance", "membershipNumber", "1"));
        assertThat(v.status()).isEqualTo(422);
        PersonId uninvited = at.member(null).person();
        v.open("/attendance/gate/" + duty.id());
        v.submit("form[data-number-form]", Map.of("act", "in " + Ids.next(), "personId", uninvited.toString()));
        reads(v, "Not on this duty's list");
    }

    @Test
    void a_walk_in_is_offered_and_taken() {
        Duties.Duty duty = at.duty(unit, at.now().minusSeconds(60), Duration.ofHours(2), true, "workshop");
        AttendanceGiven.Numbered member = at.member(null);
        Visitor v = visitor(leader).in("en");
        v.open("/attendance/gate/" + duty.id() + "?lang=en");
        v.submit(
                "form[data-number-form]",
                Map.of("act", "in " + Ids.next(), "membershipNumber", "K-" + member.number()));
        reads(v, "Take in as a walk-in");
        v.submit("form:has(input[value=walk_in])", Map.of("act", "in " + Ids.next()));
        reads(v, "Checked in");
    }

    private Duties.Duty past(PersonId person) {
        Duties.Duty duty = at.duty(unit, at.now().minus(Duration.ofHours(6)), Duration.ofHours(4), false);
        at.expected(duty, person);
        attendance.record(
                leader.viewer(),
                List.of(
                        at.fact(duty, person, FactKind.IN, duty.startsAt()),
                        at.fact(duty, person, FactKind.OUT, duty.endsAt())));
        return duty;
    }

    @Test
    void from_the_claim_to_the_members_own_page_and_a_correction() {
        Given.Actor member = given.actor(Role.MEMBER);
        Duties.Duty duty = past(member.person());
        UUID claim = at.claim(duty, member.person());
        Visitor own = visitor(member);
        reads(own.open("/attendance/hours"), "في الطريق إلى سجلك", "4:00", "لا ساعات معتمدة بعد");
        Visitor desk = visitor(coordinator);
        reads(desk.open("/attendance/claims"), duty.title().ar(), "اعتماد الساعات");
        reads(desk.open("/attendance/claims?flagged=true&after=junk&duty=junk&unit=junk"), "لا ساعات تنتظر");
        reads(desk.open("/attendance/claims/" + claim), "4:00", "حضور", "انصراف");
        reads(desk.open("/attendance/claims/duties/" + duty.id()), "اعتمد ساعات عضو واحد");
        desk.submit("form[data-operation=verifyHours]", Map.of());
        assertThat(desk.path()).startsWith("/attendance/duties/" + duty.id());
        reads(desk, "اعتُمدت ساعات المناوبة", "4:00");
        desk.open("/attendance/duties/" + duty.id() + "/claims/" + claim + "/correct");
        desk.submit("form[data-operation=correctHours]", Map.of("sign", "minus", "hours", "1", "minutes", "x"));
        assertThat(desk.status()).isEqualTo(422);
        desk.submit(
                "form[data-operation=correctHours]",
                Map.of("sign", "minus", "hours", "9", "minutes", "", "reason", "r"));
        assertThat(desk.status()).isEqualTo(409);
        reads(desk, "أقل من صفر");
        desk.submit(
                "form[data-operation=correctHours]",
                Map.of("sign", "minus", "hours", "1", "minutes", "30", "reason", "غادر مبكرًا"));
        reads(desk, "أُضيف التصحيح", "غادر مبكرًا", "2:30");
        reads(own.open("/attendance/hours"), "2:30", "تصحيح", "غادر مبكرًا");
        reads(own.in("en").open("/attendance/hours?lang=en&after=junk"), "My hours", "2:30");
        reads(own.open("/attendance/hours/statement"), "Statement of volunteer hours", "2:30");
        assertThat(own.open("/attendance/hours/statement?from=tomorrow").status())
                .isEqualTo(422);
        reads(own.open("/attendance/hours/statement?from=2020-01-01&to=2020-02-01"), "No verified hours in this time");
        reads(desk.in("en").open("/attendance/duties/" + duty.id() + "?lang=en"), "Recorded at the gate");
        reads(desk.open("/attendance/claims/" + claim), "Verified");
        reads(desk.open("/attendance/claims"), "Verify hours");
        reads(desk.open("/attendance/people/" + member.person() + "/hours"), "Sara Khan", "2:30");
        reads(desk.open("/attendance/claims/duties/" + duty.id()), "Nothing here can be verified at once");
        Integer looks = sql.sql("select count(*) from audit.entry where action = 'attendance.read-hours' and actor = ?")
                .params(coordinator.person().value())
                .query(Integer.class)
                .single();
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void refusing_asks_for_a_reason_and_the_member_reads_it() {
        Given.Actor member = given.actor(Role.MEMBER);
        Duties.Duty duty = past(member.person());
        UUID claim = at.claim(duty, member.person());
        Visitor desk = visitor(coordinator).in("en");
        desk.open("/attendance/claims/" + claim + "?lang=en");
        desk.submit("form[data-operation=refuseHours]", Map.of("reason", " "));
        assertThat(desk.status()).isEqualTo(422);
        reads(desk, "Reason");
        desk.submit("form[data-operation=refuseHours]", Map.of("reason", "Left after five minutes"));
        assertThat(desk.path()).isEqualTo("/attendance/claims");
        reads(visitor(member).in("en").open("/attendance/hours?lang=en"), "Left after five minutes", "Not verified");
    }

    @Test
    void the_api_does_all_that_the_pages_do() {
        Given.Actor member = given.actor(Role.MEMBER);
        Duties.Duty duty = past(member.person());
        UUID claim = at.claim(duty, member.person());
        ApiClient desk = api(coordinator);
        assertThat(desk.get("/api/v1/claims").body().path("rows").size()).isEqualTo(1);
        assertThat(desk.get("/api/v1/claims/preview?dutyId=" + duty.id())
                        .body()
                        .path("minutes")
                        .asInt())
                .isEqualTo(240);
        var done = desk.post("/api/v1/claims/verify", Map.of("dutyId", duty.id().toString()));
        assertThat(done.body().path("verified").size()).isEqualTo(1);
        UUID id = Ids.next();
        Map<String, Object> correction = Map.of("id", id.toString(), "minutes", -40, "reason", "late");
        assertThat(desk.post("/api/v1/claims/" + claim + "/corrections", correction)
                        .body()
                        .path("minutes")
                        .asInt())
                .isEqualTo(-40);
        assertThat(desk.post("/api/v1/claims/" + claim + "/corrections", correction)
                        .status())
                .isEqualTo(200);
        assertThat(api(member).get("/api/v1/hours").body().path("ever").asInt()).isEqualTo(200);
        assertThat(desk.get("/api/v1/hours?person=" + member.person())
                        .body()
                        .path("ever")
                        .asInt())
                .isEqualTo(200);
        assertThat(api(member)
                        .get("/api/v1/hours?person=" + coordinator.person())
                        .status())
                .isEqualTo(404);
        assertThat(desk.get("/api/v1/attendance/duties/" + duty.id())
                        .body()
                        .path("facts")
                        .size())
                .isEqualTo(2);
        assertThat(desk.post("/api/v1/claims/verify", Map.of()).status()).isEqualTo(422);
        assertThat(desk.post("/api/v1/claims/verify", Map.of("claimIds", List.of("x")))
                        .status())
                .isEqualTo(404);
        assertThat(desk.post("/api/v1/claims/" + claim + "/refuse", Map.of("version", 1, "reason", "no"))
                        .status())
                .isEqualTo(409);
        assertThat(desk.post("/api/v1/claims/" + claim + "/refuse", Map.of()).status())
                .isEqualTo(422);
        assertThat(desk.post("/api/v1/claims/" + claim + "/corrections", Map.of("minutes", 999999))
                        .status())
                .isEqualTo(422);
        assertThat(new ApiClient(port).get("/api/v1/hours").status()).isEqualTo(401);
        assertThat(new ApiClient(port).get("/api/v1/claims").status()).isEqualTo(401);
        assertThat(api(member).get("/api/v1/claims").status()).isEqualTo(404);
    }

    @Test
    void the_phones_script_sends_lists_with_the_cookie_and_the_pages_secret() throws Exception {
        Duties.Duty duty = at.running(unit);
        PersonId person = at.expected(duty);
        try (Phone phone = new Phone(port)) {
            phone.signIn(leader.username());
            String address = "/attendance/gate/" + duty.id();
            String secret = phone.secretOf(address);
            String fact = "{\"id\":\"%s\",\"personId\":\"%s\",\"kind\":\"in\",\"means\":\"tap\",\"happenedAt\":\"%s\"}"
                    .formatted(Ids.next(), person, at.now());
            String list = "{\"language\":\"en\",\"facts\":[" + fact + "]}";
            assertThat(phone.send(address + "/facts", list, "").statusCode()).isEqualTo(403);
            var answer = phone.send(address + "/facts", list, secret);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"look\":\"in\"", "Checked in", "Sara Khan", "in since", "\"inside\":1");
            var again = phone.send(address + "/facts", list, secret);
            assertThat(again.statusCode()).as(again.headers().map().toString()).isEqualTo(200);
            assertThat(again.body()).contains("\"state\":\"already\"");
            assertThat(phone.send(address + "/facts", "{}", secret).statusCode())
                    .isEqualTo(422);
            assertThat(phone.send(address + "/facts", "{", secret).statusCode()).isEqualTo(400);
            assertThat(at.count("fact", duty)).isEqualTo(1);
        }
    }
}
