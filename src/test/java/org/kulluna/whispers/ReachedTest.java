package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kulluna.delivery.PushConfirmed;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class ReachedTest extends HouseTest {
    @Autowired
    SendingGiven whispers;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Map<String, Object> step(UUID whisper, String step, Instant at) {
        return Map.of("whisper", whisper, "step", step, "at", at.toString());
    }

    private ApiClient.Answer tell(Given.Actor who, List<Map<String, Object>> steps) {
        return api(who).post("/api/v1/whispers/steps", Map.of("steps", steps));
    }

    private UUID sent(String place) {
        return whispers.sent(given.actor(Role.COMMUNICATIONS_OFFICER), place);
    }

    private <T> T fact(UUID whisper, String column, Class<T> as) {
        return sql.sql("select " + column + " from whispers.reached where whisper_id = ?")
                .param(whisper)
                .query(as)
                .single();
    }

    @Test
    void seen_twice_and_read_before_is_one_fact_and_read_is_seen() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        UUID whisper = sent(place);
        Instant now = clock.instant();
        ApiClient.Answer first = tell(member, List.of(step(whisper, "read", now), step(whisper, "seen", now)));
        assertThat(first.body().path("taken").size()).isEqualTo(2);
        assertThat(tell(member, List.of(step(whisper, "seen", now)))
                        .body()
                        .path("taken")
                        .size())
                .isOne();
        assertThat(whispers.reached(whisper)).isOne();
        assertThat(sql.sql(
                                "select seen_at is not null and read_at is not null from whispers.recipient where whisper_id = ?")
                        .param(whisper)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void what_was_seen_is_not_yet_read() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        UUID whisper = sent(place);
        tell(member, List.of(step(whisper, "seen", clock.instant())));
        assertThat(fact(whisper, "how", String.class)).isEqualTo("seen");
        assertThat(sql.sql(
                                "select read_at is null and seen_at is not null from whispers.recipient where whisper_id = ?")
                        .param(whisper)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void each_step_is_answered_for_itself_and_only_ones_own_counts() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        UUID whisper = sent(place);
        Given.Actor other = whispers.members(given.place(), 1).getFirst();
        assertThat(tell(other, List.of(step(whisper, "seen", clock.instant())))
                        .body()
                        .path("refused")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("unknown");
        assertThat(whispers.reached(whisper)).isZero();
        var mixed = tell(
                member,
                List.of(
                        step(whisper, "seen", clock.instant()),
                        step(Ids.next(), "seen", clock.instant()),
                        Map.of("whisper", "nonsense", "step", "seen", "at", "now"),
                        Map.of(
                                "whisper",
                                whisper,
                                "step",
                                "danced",
                                "at",
                                clock.instant().toString())));
        assertThat(mixed.status()).isEqualTo(200);
        assertThat(mixed.body().path("taken").size()).isOne();
        assertThat(mixed.body().path("refused").size()).isEqualTo(3);
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(step(whisper, "seen", clock.instant()));
        }
        assertThat(tell(member, many).status()).isEqualTo(413);
        assertThat(api(member).post("/api/v1/whispers/steps", Map.of()).status())
                .isEqualTo(422);
        assertThat(new ApiClient(port).post("/api/v1/whispers/steps", Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void a_wrong_clock_counts_between_the_sending_and_now_and_late_is_recorded_late() {
        String place = given.place();
        List<Given.Actor> two = whispers.members(place, 2);
        UUID whisper = sent(place);
        clock.forward(Duration.ofDays(10));
        Instant then = clock.instant();
        tell(two.get(0), List.of(step(whisper, "seen", Instant.parse("1999-01-01T00:00:00Z"))));
        tell(two.get(1), List.of(step(whisper, "seen", Instant.parse("2199-01-01T00:00:00Z"))));
        assertThat(sql.sql("""
                        select bool_and(r.happened_at between w.sent_at and r.recorded_at)
                           and min(r.happened_at) = min(w.sent_at) and min(r.recorded_at) >= ?
                          from whispers.reached r join whispers.whisper w on w.id = r.whisper_id where w.id = ?""")
                        .params(then.atOffset(java.time.ZoneOffset.UTC), whisper)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(sql.sql("select count(distinct starts_on) from whispers.reached where whisper_id = ?")
                        .param(whisper)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void push_and_app_of_one_person_are_one_fact_and_the_first_channel_names_it() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        UUID whisper = sent(place);
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new PushConfirmed(whisper, member.person(), false, clock.instant()));
            events.publishEvent(new PushConfirmed(whisper, member.person(), true, clock.instant()));
            events.publishEvent(new PushConfirmed(Ids.next(), member.person(), true, clock.instant()));
        });
        visitor(member).open("/whispers/inbox/" + whisper);
        assertThat(whispers.reached(whisper)).isOne();
        assertThat(fact(whisper, "channel", String.class)).isEqualTo("push");
        assertThat(fact(whisper, "how", String.class)).isEqualTo("confirmed");
    }

    @Test
    void the_same_step_at_once_from_many_windows_is_one_fact() throws Exception {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        UUID one = sent(place);
        UUID two = sent(place);
        ApiClient api = api(member);
        try (var hands = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                List<Map<String, Object>> steps = new ArrayList<>(
                        List.of(step(one, "seen", clock.instant()), step(two, "read", clock.instant())));
                if (i % 2 == 0) {
                    java.util.Collections.reverse(steps);
                }
                all.add(() -> api.post("/api/v1/whispers/steps", Map.of("steps", steps))
                        .status());
            }
            for (var answer : hands.invokeAll(all)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(whispers.reached(one)).isOne();
        assertThat(whispers.reached(two)).isOne();
    }

    @Test
    void two_records_of_one_person_count_once_and_their_inbox_is_one() {
        String place = given.place();
        List<Given.Actor> two = whispers.members(place, 2);
        UUID whisper = sent(place);
        two.forEach(m -> tell(m, List.of(step(whisper, "seen", clock.instant()))));
        assertThat(whispers.reached(whisper)).isEqualTo(2);
        sql.sql("update people.person set merged_into = ? where id = ?")
                .params(two.get(0).person().value(), two.get(1).person().value())
                .update();
        assertThat(whispers.reached(whisper)).isOne();
        assertThat(visitor(two.get(0)).open("/inbox").page().select("[data-whisper]"))
                .hasSize(1);
    }

    @Test
    void an_erased_person_stays_counted() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        UUID whisper = sent(place);
        tell(member, List.of(step(whisper, "seen", clock.instant())));
        transaction.executeWithoutResult(
                t -> events.publishEvent(new org.kulluna.people.PersonErased(member.person())));
        assertThat(whispers.reached(whisper)).isOne();
    }

    @Test
    void the_inbox_counts_both_kinds_shows_them_in_one_order_and_puts_whispers_away_without_reading_them() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        UUID whisper = sent(place);
        sql.sql("insert into delivery.notice (id, person_id, key, created_at) values (?, ?, 'award-recorded', now())")
                .params(Ids.next(), member.person().value())
                .update();
        var v = visitor(member).open("/inbox");
        assertThat(v.page().select(".badge").text()).isEqualTo("2");
        assertThat(v.page().select(".cards > li")).hasSize(2);
        assertThat(v.open("/inbox?show=whispers").page().select(".cards > li")).hasSize(1);
        assertThat(v.open("/inbox?show=messages").page().select("[data-whisper]"))
                .isEmpty();
        assertThat(v.open("/home").page().select("[data-whisper=" + whisper + "]"))
                .hasSize(1);
        v.open("/inbox").submit("form[data-operation=markNoticesRead]", Map.of());
        assertThat(v.page().select(".badge")).isEmpty();
        assertThat(whispers.reached(whisper)).isZero();
        assertThat(v.open("/whispers").page().select("[data-whisper=" + whisper + "]"))
                .hasSize(1);
        clock.forward(Duration.ofDays(4));
        v = visitor(member);
        assertThat(v.open("/inbox").page().select("[data-whisper]")).isEmpty();
        assertThat(v.open("/whispers/inbox/" + whisper).text())
                .contains("انتهت هذه الهمسة")
                .contains("تمهّل")
                .doesNotContain("⟦");
        assertThat(v.open("/whispers/inbox/" + Ids.next()).status()).isEqualTo(404);
        assertThat(v.open("/whispers/inbox/nonsense").status()).isEqualTo(404);
    }

    @Test
    void an_urgent_one_is_told_to_those_meant_alone_until_they_open_it_or_it_ends() {
        String place = given.place();
        List<Given.Actor> two = whispers.members(place, 2);
        Given.Actor other = whispers.members(given.place(), 1).getFirst();
        UUID whisper = whispers.sent(
                given.actor(Role.COMMUNICATIONS_OFFICER),
                whispers.approved(place, Theme.SAFETY, Duration.ofHours(2), true));
        ApiClient api = api(two.get(0));
        var told = api.get("/api/v1/whispers/urgent").body().path("whispers");
        assertThat(told.size()).isOne();
        assertThat(told.get(0).path("dir").asString()).isEqualTo("rtl");
        assertThat(api(other)
                        .get("/api/v1/whispers/urgent")
                        .body()
                        .path("whispers")
                        .size())
                .isZero();
        assertThat(api.get("/api/v1/whispers/inbox/" + whisper).body().has("readAt"))
                .isFalse();
        visitor(two.get(0)).open("/whispers/inbox/" + whisper);
        assertThat(api.get("/api/v1/whispers/urgent").body().path("whispers").size())
                .isZero();
        clock.forward(Duration.ofHours(3));
        assertThat(api(two.get(1))
                        .get("/api/v1/whispers/urgent")
                        .body()
                        .path("whispers")
                        .size())
                .isZero();
        assertThat(new ApiClient(port).get("/api/v1/whispers/urgent").status()).isEqualTo(401);
    }

    @Test
    void an_urgent_one_without_an_end_leaves_the_app_after_an_hour_and_stays_in_the_inbox() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        UUID whisper = whispers.approved(place, Theme.SAFETY, Duration.ofHours(2), true);
        sql.sql("update whispers.whisper set expires_at = null where id = ?")
                .param(whisper)
                .update();
        whispers.sent(given.actor(Role.COMMUNICATIONS_OFFICER), whisper);
        var told = api(member).get("/api/v1/whispers/urgent").body().path("whispers");
        assertThat(told.size()).isOne();
        Instant sent = Instant.parse(told.get(0).path("sentAt").asString());
        assertThat(told.get(0).path("urgentUntil").asString())
                .isEqualTo(sent.plus(Duration.ofHours(1)).toString());
        assertThat(Instant.parse(told.get(0).path("expiresAt").asString())).isAfter(sent.plus(Duration.ofDays(1)));
        clock.forward(Duration.ofMinutes(61));
        assertThat(api(member)
                        .get("/api/v1/whispers/urgent")
                        .body()
                        .path("whispers")
                        .size())
                .isZero();
        assertThat(visitor(member).open("/inbox").text()).contains("همسة الأمان");
    }

    @Test
    void a_page_asks_the_database_no_more_often_when_there_are_many_whispers() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        sent(place);
        var v = visitor(member).open("/inbox");
        long one = QueryCounter.during(() -> v.open("/inbox"));
        sent(place);
        sent(place);
        v.open("/inbox");
        long three = QueryCounter.during(() -> v.open("/inbox"));
        assertThat(v.page().select("[data-whisper]")).hasSize(3);
        assertThat(three).isLessThanOrEqualTo(one + 2);
    }
}
