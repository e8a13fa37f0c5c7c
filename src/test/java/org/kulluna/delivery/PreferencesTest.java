package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kulluna.people.PersonErased;
import org.kulluna.people.PersonsMerged;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class PreferencesTest extends HouseTest {
    private static final String PATH = "/api/v1/notification-preferences";

    @Autowired
    private Preferences preferences;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void sql_and_java_tell_the_same_moment() {
        Random random = new Random(11);
        List<QuietHours> hours = new ArrayList<>();
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            hours.add(QuietHoursTest.any(random));
            moments.add(QuietHoursTest.moment(random));
        }
        List<Instant> told = sql.sql("""
                select delivery.undisturbed(q.at, q.f, q.t, q.zone) as due
                  from unnest(:at::timestamptz[], :f::time[], :t::time[], :zone::text[]) with ordinality
                       as q(at, f, t, zone, n) order by q.n""")
                .param(
                        "at",
                        moments.stream()
                                .map(Timestamp::from)
                                .map(Timestamp::toInstant)
                                .map(Instant::toString)
                                .toArray(String[]::new))
                .param("f", hours.stream().map(h -> h.from().toString()).toArray(String[]::new))
                .param("t", hours.stream().map(h -> h.to().toString()).toArray(String[]::new))
                .param("zone", hours.stream().map(h -> h.zone().getId()).toArray(String[]::new))
                .query((rs, n) -> rs.getObject("due", OffsetDateTime.class).toInstant())
                .list();
        List<String> differ = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            Instant java = hours.get(i).next(moments.get(i));
            if (!java.equals(told.get(i))) {
                differ.add(hours.get(i) + " at " + moments.get(i) + ": " + java + " but " + told.get(i));
            }
        }
        assertThat(differ).isEmpty();
    }

    private static Map<String, Object> body(String quiet, String from, String to, String zone, String version) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("quiet", quiet);
        body.put("quietFrom", from);
        body.put("quietTo", to);
        body.put("zone", zone);
        body.put("muted", List.of("safety"));
        body.put("version", version);
        return body;
    }

    @Test
    void whoever_chose_nothing_has_the_programmes_hours_and_is_told_of_everything() {
        PersonId person = given.person();
        QuietHours usual = preferences.usual();
        assertThat(usual.from()).isEqualTo("22:00");
        assertThat(usual.to()).isEqualTo("07:00");
        Preference none = preferences.get(person);
        assertThat(none.hours(usual)).isEqualTo(usual);
        assertThat(none.muted()).isEmpty();
    }

    @Test
    void a_change_counts_once_and_a_stale_one_is_refused() {
        ApiClient api = api(given.actor(Role.MEMBER));
        assertThat(api.get(PATH).body().path("quiet").asString()).isEqualTo("usual");
        Map<String, Object> own = body("own", "21:30", "06:00", "Asia/Karachi", "0");
        assertThat(api.put(PATH, own).body().path("version").asString()).isEqualTo("1");
        assertThat(api.put(PATH, own).body().path("version").asString()).isEqualTo("1");
        assertThat(api.get(PATH).body().path("quietFrom").asString()).isEqualTo("21:30");
        assertThat(api.put(PATH, body("none", "", "", "", "0")).status()).isEqualTo(409);
        assertThat(api.put(PATH, body("none", "", "", "", "1"))
                        .body()
                        .path("quiet")
                        .asString())
                .isEqualTo("none");
        assertThat(api.put(PATH, body("usual", "", "", "", "2"))
                        .body()
                        .path("quietTo")
                        .asString())
                .isEqualTo("07:00");
    }

    @Test
    void nonsense_is_a_fault_beside_its_field() {
        ApiClient api = api(given.actor(Role.MEMBER));
        for (var wrong : Map.of(
                        "quiet", body("x", "", "", "", "0"),
                        "quietFrom", body("own", "25:00", "07:00", "", "0"),
                        "quietTo", body("own", "22:00", "22:00", "", "0"),
                        "zone", body("usual", "", "", "+04:00", "0"))
                .entrySet()) {
            ApiClient.Answer answer = api.put(PATH, wrong.getValue());
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(answer.body().toString()).contains(wrong.getKey());
        }
        Map<String, Object> theme = body("usual", "", "", "", "0");
        theme.put("muted", List.of("weather"));
        assertThat(api.put(PATH, theme).status()).isEqualTo(422);
    }

    @Test
    void the_page_saves_what_the_api_reads_and_keeps_what_was_typed() {
        Given.Actor actor = given.actor(Role.MEMBER);
        Visitor v = visitor(actor).open("/more");
        assertThat(v.page().select("a[href=/delivery/preferences]")).isNotEmpty();
        v.open("/delivery/preferences");
        assertThat(v.text()).contains("22:00").doesNotContain("⟦");
        assertThat(v.page().select("[data-push-settings]")).hasSize(1);
        String form = "form[data-operation=changeNotificationPreferences]";
        v.submit(form, Map.of("quiet", "own", "quietFrom", "23:15", "quietTo", "23:15"));
        assertThat(v.page().select("#quietTo-fault")).isNotEmpty();
        assertThat(v.page().selectFirst("#quietFrom").val()).isEqualTo("23:15");
        v.submit(form, Map.of("quietTo", "05:00"));
        assertThat(v.path()).isEqualTo("/delivery/preferences");
        assertThat(api(actor).get(PATH).body().path("quietTo").asString()).isEqualTo("05:00");
    }

    @Test
    void strangers_sign_in_first() {
        assertThat(stranger().open("/delivery/preferences").path()).startsWith("/sign-in");
        assertThat(new ApiClient(port).get(PATH).status()).isEqualTo(401);
        assertThat(new ApiClient(port).put(PATH, Map.of()).status()).isEqualTo(401);
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(t -> events.publishEvent(event));
    }

    @Test
    void an_erased_persons_goes_and_a_merged_records_is_that_of_the_one_that_answers() {
        Given.Actor other = given.actor(Role.MEMBER);
        PersonId kept = given.person();
        preferences.change(other.viewer(), new PreferenceForm("own", "20:00", "08:00", "Asia/Dubai", List.of(), "0"));
        sql.sql("update people.person set merged_into = ? where id = ?")
                .params(kept.value(), other.person().value())
                .update();
        tell(new PersonsMerged(other.person(), kept));
        assertThat(preferences.get(kept).quietFrom()).isEqualTo("20:00");
        assertThat(preferences.get(other.person())).isEqualTo(preferences.get(kept));
        tell(new PersonErased(kept));
        assertThat(preferences.get(kept)).isEqualTo(Preference.NONE);
        assertThat(preferences.get(kept).zone()).isEqualTo(ZoneId.of("Asia/Dubai"));
    }
}
