package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** How a person's record ends: erased, or merged into another. */
class EndTest extends HouseTest {
    @Autowired
    private Desks desks;

    @Autowired
    private People people;

    @Autowired
    private Members members;

    @Autowired
    private Passes passes;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void an_administrator_erases_a_person_and_only_a_tombstone_stays(String language) {
        Given.Actor actor = given.actor(
                given.person("KE", LocalDate.of(1990, 5, 24), "منسية بنت أحد", "Forgotten One"), Role.MEMBER, null);
        PersonId person = actor.person();
        desks.member(person);
        String code = passes.open(actor.viewer(), null).code();
        long audited = audited(person);
        hours(person, 90);
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR)).in(language);
        v.open("/membership/people/" + person + "/erasure?lang=" + language);
        assertThat(v.text()).doesNotContain("⟦");
        v.submit("form[action$=/erasure]", Map.of());
        assertThat(v.status()).as("not confirmed").isEqualTo(422);
        assertThat(v.page().select("#confirmed-fault")).hasSize(1);
        v.submit("form[action$=/erasure]", Map.of("confirmed", "yes"));
        assertThat(v.path()).isEqualTo("/membership/members");
        Person stone = people.get(person);
        assertThat(stone.erased()).isTrue();
        assertThat(stone.name().ar() + stone.name().en()).isEmpty();
        assertThat(stone.email()).isNull();
        assertThat(stone.bornOn()).isNull();
        assertThat(people.findMaskedEmiratesId(person)).isEmpty();
        assertThat(people.findVisaValidTo(person)).isEmpty();
        assertThat(passes.read(code)).isEmpty();
        assertThat(members.find(person).orElseThrow().status()).isEqualTo("left");
        assertThat(minutes(person)).isEqualTo(90);
        assertThat(audited(person)).isGreaterThan(audited);
        assertThat(stranger().signIn(actor.username(), Given.PASSWORD).status()).isEqualTo(401);
        assertThat(v.open("/membership/members/" + person).text()).doesNotContain("⟦", "Forgotten", "منسية");
        assertThat(v.status()).isEqualTo(200);
    }

    @Test
    void erasing_twice_changes_nothing_and_an_older_version_is_refused() {
        PersonId person = given.person();
        ApiClient admin = api(given.actor(Role.ADMINISTRATOR));
        String path = "/api/v1/people/" + person + "/erasure";
        assertThat(admin.post(path, Map.of()).status()).isEqualTo(422);
        assertThat(AcceptTest.type(admin.post(path, Map.of("confirmed", "yes", "version", "7"))))
                .endsWith("changed-meanwhile");
        assertThat(admin.post(path, Map.of("confirmed", "yes")).status()).isEqualTo(204);
        assertThat(admin.post(path, Map.of("confirmed", "yes")).status()).isEqualTo(204);
        for (Role role : new Role[] {Role.MEMBERSHIP_OFFICER, Role.VETTING_OFFICER, Role.MEMBER}) {
            assertThat(api(given.actor(role))
                            .post(path, Map.of("confirmed", "yes"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(new ApiClient(port).post(path, Map.of()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void two_records_of_one_person_become_one_and_both_numbers_and_codes_keep_answering(String language) {
        String word = "دمجون" + AcceptTest.arabic(Given.serial());
        Given.Actor kept =
                given.actor(given.person("KE", LocalDate.of(1990, 1, 1), word, "Kept One"), Role.MEMBER, null);
        Given.Actor gone =
                given.actor(given.person("KE", LocalDate.of(1990, 1, 1), word, "Gone One"), Role.MEMBER, null);
        long keptNumber = number(desks.member(kept.person()));
        long goneNumber = number(desks.member(gone.person()));
        String oldCode = passes.open(gone.viewer(), null).code();
        hours(gone.person(), 60);
        Visitor v = visitor(given.actor(Role.MEMBERSHIP_OFFICER)).in(language);
        v.open("/membership/people/" + kept.person() + "/merge?lang=" + language + "&q=" + AcceptTest.encode(word));
        assertThat(v.page().select(".queue__item")).hasSize(1);
        v.open(v.page().selectFirst(".queue__item a").attr("href"));
        assertThat(v.text()).doesNotContain("⟦").contains("Kept One", "Gone One");
        v.submit("form[action$=/merge]", Map.of("reason", ""));
        assertThat(v.status()).isEqualTo(422);
        v.submit("form[action$=/merge]", Map.of("reason", "same card"));
        assertThat(v.path()).isEqualTo("/membership/members/" + kept.person());
        assertThat(v.text()).doesNotContain("⟦").contains("" + keptNumber, "" + goneNumber);
        assertThat(members.findByNumber(goneNumber).orElseThrow().number()).isEqualTo(keptNumber);
        assertThat(members.findByNumber(keptNumber).orElseThrow().person()).isEqualTo(kept.person());
        assertThat(passes.read(oldCode).orElseThrow()).isEqualTo(new PassReading(kept.person(), true));
        assertThat(people.get(gone.person()).mergedInto()).isEqualTo(kept.person());
        assertThat(minutes(gone.person())).as("the ledger is not rewritten").isEqualTo(60);
        assertThat(sql.sql("select sum(minutes) from attendance.published_hours where canonical_id = ?")
                        .param(kept.person().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        assertThat(sql.sql("select count(*) from membership.person_merge where from_person = ? and into_person = ?")
                        .params(gone.person().value(), kept.person().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(v.open("/membership/members/" + gone.person()).path())
                .isEqualTo("/membership/members/" + kept.person());
        assertThat(v.open("/membership/members?q=" + AcceptTest.encode(word))
                        .page()
                        .select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void a_lost_phone_of_a_merged_record_stops_with_the_others() {
        Given.Actor kept = given.actor(Role.MEMBER);
        Given.Actor gone = given.actor(Role.MEMBER);
        desks.member(kept.person());
        desks.member(gone.person());
        Pass lost = passes.open(gone.viewer(), null);
        assertThat(api(given.actor(Role.MEMBERSHIP_OFFICER))
                        .post(
                                "/api/v1/people/" + kept.person() + "/merge",
                                Map.of("from", gone.person().toString(), "reason", "same card"))
                        .status())
                .isEqualTo(204);
        Pass pass = passes.open(kept.viewer(), null);
        assertThat(pass.devices()).isEqualTo(2);
        assertThat(passes.read(lost.code()).orElseThrow().live()).isTrue();
        passes.revokeOthers(kept.viewer(), pass.device().id());
        assertThat(passes.read(lost.code()).orElseThrow()).isEqualTo(new PassReading(kept.person(), false));
        assertThat(passes.read(pass.code()).orElseThrow().live()).isTrue();
    }

    @Test
    void a_membership_moves_with_its_number_when_the_kept_record_had_none() {
        PersonId kept = given.person();
        Given.Actor gone = given.actor(Role.APPLICANT);
        long number = number(desks.member(gone.person()));
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        String path = "/api/v1/people/" + kept + "/merge";
        Map<String, String> form = Map.of("from", gone.person().toString(), "reason", "same card");
        assertThat(officer.post(path, form).status()).isEqualTo(204);
        assertThat(officer.post(path, form).status()).as("said twice").isEqualTo(204);
        assertThat(members.find(kept).orElseThrow().number()).isEqualTo(number);
        assertThat(stranger()
                        .signIn(gone.username(), Given.PASSWORD)
                        .open("/membership/pass")
                        .status())
                .as("the account moved, and opens the kept record's pass")
                .isEqualTo(200);
        assertThat(AcceptTest.type(officer.post(
                        "/api/v1/people/" + gone.person() + "/merge",
                        Map.of("from", kept.toString(), "reason", "back"))))
                .endsWith("merged-already");
    }

    @Test
    void a_chain_of_merges_leads_to_the_last_one_and_erasing_it_erases_all() {
        PersonId a = given.person();
        PersonId b = given.person();
        PersonId c = given.person();
        long number = number(desks.member(a));
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        officer.post("/api/v1/people/" + b + "/merge", Map.of("from", a.toString(), "reason", "x"));
        officer.post("/api/v1/people/" + c + "/merge", Map.of("from", b.toString(), "reason", "x"));
        assertThat(people.get(a).mergedInto()).isEqualTo(c);
        assertThat(members.findByNumber(number).orElseThrow().person()).isEqualTo(c);
        assertThat(AcceptTest.type(
                        officer.post("/api/v1/people/" + c + "/merge", Map.of("from", c.toString(), "reason", "x"))))
                .endsWith("merge-with-itself");
        assertThat(officer.post("/api/v1/people/" + c + "/merge", Map.of("from", "nonsense", "reason", "x"))
                        .status())
                .isEqualTo(404);
        api(given.actor(Role.ADMINISTRATOR)).post("/api/v1/people/" + c + "/erasure", Map.of("confirmed", "yes"));
        for (PersonId each : new PersonId[] {a, b, c}) {
            assertThat(people.get(each).erased()).isTrue();
        }
        assertThat(api(given.actor(Role.VETTING_OFFICER))
                        .post("/api/v1/people/" + c + "/merge", Map.of("from", a.toString(), "reason", "x"))
                        .status())
                .isEqualTo(404);
    }

    private static long number(Decisions.Outcome outcome) {
        return java.util.Objects.requireNonNull(outcome.number());
    }

    private int minutes(PersonId person) {
        return sql.sql("select coalesce(sum(minutes), 0) from attendance.ledger_entry where person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private long audited(PersonId person) {
        return sql.sql("select count(*) from audit.entry where subject_id = ?")
                .param(person.toString())
                .query(Long.class)
                .single();
    }

    private void hours(PersonId person, int minutes) {
        UUID duty = Ids.next();
        UUID claim = Ids.next();
        sql.sql("""
                insert into attendance.duty (id, kind, title_ar, title_en, unit_code, pillar, place_code, region,
                    starts_at, ends_at, zone, starts_on)
                values (?, 'shift', 'م', 's', ?, 'prevention', ?, 'abu_dhabi', now() - interval '3 hours', now(),
                    'Asia/Dubai', current_date)""").params(duty, given.unit(), given.place()).update();
        sql.sql("""
                insert into attendance.claim (id, duty_id, person_id, minutes, state, opened_at)
                values (?, ?, ?, ?, 'verified', now())""").params(claim, duty, person.value(), minutes).update();
        sql.sql("""
                insert into attendance.ledger_entry (id, claim_id, duty_id, person_id, minutes, starts_on, unit_code,
                    pillar, place_code, region, nationality, age_group, gender, verified_by, recorded_at)
                select ?, ?, id, ?, ?, starts_on, unit_code, pillar, place_code, region, 'KE', '35-44', 'female', ?, now()
                  from attendance.duty where id = ?""")
                .params(Ids.next(), claim, person.value(), minutes, Ids.next(), duty)
                .update();
    }
}
