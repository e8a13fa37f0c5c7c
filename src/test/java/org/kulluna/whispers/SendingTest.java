package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SendingTest extends HouseTest {
    @Autowired
    SendingGiven whispers;

    @Autowired
    Sending sending;

    @Autowired
    SendingPlanner planner;

    @Autowired
    Whispers all;

    @Autowired
    TransactionTemplate transaction;

    private Given.Actor officer() {
        return given.actor(Role.COMMUNICATIONS_OFFICER);
    }

    private String suppressed(UUID whisper, Given.Actor who) {
        return sql.sql("select coalesce(suppressed, '') from whispers.recipient where whisper_id = ? and person_id = ?")
                .params(whisper, who.person().value())
                .query(String.class)
                .single();
    }

    private Instant due(UUID whisper, Given.Actor who) {
        return sql.sql("select due_at from whispers.recipient where whisper_id = ? and person_id = ?")
                .params(whisper, who.person().value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private long count(String where, UUID whisper) {
        return sql.sql("select count(*) from whispers." + where)
                .param(whisper)
                .query(Long.class)
                .single();
    }

    @Test
    void what_is_sent_stands_in_the_inbox_of_everybody_meant_with_what_was_known_that_day() {
        String place = given.place("al_ain");
        List<Given.Actor> members = whispers.members(place, 3);
        whispers.members(given.place(), 1);
        UUID whisper = whispers.sent(officer(), place);
        SendingView view = sending.get(officer().viewer(), whisper);
        assertThat(view.planned()).isEqualTo(3);
        assertThat(view.suppressed()).isZero();
        assertThat(view.state()).isEqualTo("sent");
        assertThat(sql.sql("select distinct region from whispers.recipient where whisper_id = ?")
                        .param(whisper)
                        .query(String.class)
                        .list())
                .containsExactly("al_ain");
        assertThat(visitor(members.getFirst()).open("/inbox").page().select("[data-whisper=" + whisper + "]"))
                .hasSize(1);
    }

    @Test
    void only_an_approved_revision_goes() {
        UUID whisper = whispers.approved(given.place());
        sql.sql("update whispers.whisper set state = 'in_review' where id = ?")
                .param(whisper)
                .update();
        assertThatThrownBy(() -> sending.release(officer().viewer(), whisper))
                .isInstanceOf(Refusal.class)
                .hasMessage("whisper-not-approved");
        UUID changed = whispers.approved(given.place());
        sql.sql(
                        "insert into whispers.revision (whisper_id, number, written_by, written_at) select id, 2, created_by, now() from whispers.whisper where id = ?")
                .param(changed)
                .update();
        sql.sql("update whispers.whisper set revision = 2 where id = ?")
                .param(changed)
                .update();
        assertThatThrownBy(() -> sending.release(officer().viewer(), changed)).hasMessage("whisper-not-approved");
    }

    @Test
    void how_far_it_goes_was_approved_with_it_and_whoever_sends_it_changes_nothing_in_that() {
        String place = given.place();
        whispers.members(place, 2);
        UUID wide = whispers.approved(place);
        String unit = sending.get(officer().viewer(), wide).unit();
        Given.Actor ofUnit = given.actor(Role.COMMUNICATIONS_OFFICER, unit);
        assertThatThrownBy(() -> sending.release(ofUnit.viewer(), wide)).hasMessage("whisper-too-wide");
        UUID narrow = whispers.approved(place);
        sql.sql("update whispers.whisper set released_everywhere = false where id = ?")
                .param(narrow)
                .update();
        whispers.sent(officer(), narrow);
        assertThat(count("recipient where whisper_id = ?", narrow)).isZero();
    }

    @Test
    void two_clicks_at_once_send_it_once() throws Exception {
        String place = given.place();
        whispers.members(place, 2);
        UUID whisper = whispers.approved(place);
        Given.Actor officer = officer();
        try (var hands = Executors.newFixedThreadPool(4)) {
            Callable<SendingView> click = () -> sending.release(officer.viewer(), whisper);
            for (var answer : hands.invokeAll(List.of(click, click, click, click))) {
                assertThat(answer.get().isSent()).isTrue();
            }
        }
        whispers.settle(whisper);
        assertThat(count("recipient where whisper_id = ?", whisper)).isEqualTo(2);
        assertThat(sql.sql("select count(*) from audit.entry where action = 'whispers.send' and subject_id = ?")
                        .param(whisper.toString())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void planning_that_is_cut_off_leaves_nothing_and_is_done_again_whole() {
        String place = given.place();
        whispers.members(place, 2);
        UUID whisper = whispers.approved(place);
        Given.Actor officer = officer();
        transaction.executeWithoutResult(t -> {
            sending.release(officer.viewer(), whisper);
            assertThat(planner.plan(List.of())).isTrue();
            assertThat(count("recipient where whisper_id = ?", whisper)).isEqualTo(2);
            t.setRollbackOnly();
        });
        assertThat(count("recipient where whisper_id = ?", whisper)).isZero();
        whispers.sent(officer, whisper);
        assertThat(count("recipient where whisper_id = ?", whisper)).isEqualTo(2);
    }

    @Test
    void a_scheduled_one_goes_at_its_time_and_a_cancelled_one_does_not() {
        String place = given.place();
        whispers.members(place, 1);
        UUID goes = whispers.approved(place);
        UUID stays = whispers.approved(place);
        Given.Actor officer = officer();
        Instant at = clock.instant().plus(Duration.ofHours(5));
        sending.schedule(officer.viewer(), goes, at);
        sending.schedule(officer.viewer(), stays, at);
        sending.unschedule(officer.viewer(), stays);
        sending.unschedule(officer.viewer(), stays);
        assertThatThrownBy(() -> sending.schedule(
                        officer.viewer(), stays, clock.instant().minusSeconds(1)))
                .isInstanceOf(Refusal.class);
        clock.forward(Duration.ofHours(6));
        sending.releaseDue();
        whispers.settle(goes);
        assertThat(sending.get(officer.viewer(), goes).isSent()).isTrue();
        assertThat(sending.get(officer.viewer(), stays).state()).isEqualTo("approved");
        assertThatThrownBy(() -> sending.unschedule(officer.viewer(), goes)).hasMessage("whisper-sent");
    }

    @Test
    void one_meant_for_later_can_be_sent_now() {
        UUID whisper = whispers.approved(given.place());
        Given.Actor officer = officer();
        sql.sql("update whispers.whisper set send_at = ?, expires_at = null where id = ?")
                .params(WhisperRows.utc(clock.instant().plus(Duration.ofDays(40))), whisper)
                .update();
        sending.release(officer.viewer(), whisper);
        assertThat(sending.get(officer.viewer(), whisper).isSent()).isTrue();
        whispers.settle(whisper);
    }

    @Test
    void what_ended_while_it_waited_goes_back_to_the_desk_and_is_not_sent_late() {
        UUID whisper = whispers.approved(given.place(), Theme.SAFETY, Duration.ofHours(3), false);
        Given.Actor officer = officer();
        sending.schedule(officer.viewer(), whisper, clock.instant().plus(Duration.ofHours(2)));
        clock.forward(Duration.ofHours(4));
        sending.releaseDue();
        assertThat(sending.get(officer.viewer(), whisper).state()).isEqualTo("approved");
        assertThat(sending.get(officer.viewer(), whisper).isSent()).isFalse();
        assertThat(told(whisper)).containsExactly("whisper-missed");
        sending.releaseDue();
        assertThat(told(whisper)).as("told once").hasSize(1);
    }

    /** What its writer was told. */
    private List<String> told(UUID whisper) {
        return sql.sql("""
                select n.key from delivery.notice n join whispers.whisper w on n.person_id = w.created_by
                 where w.id = ? order by n.created_at""").param(whisper).query(String.class).list();
    }

    @Test
    void what_was_written_anew_while_it_waited_does_not_go_and_its_writer_is_told() {
        UUID whisper = whispers.approved(given.place(), Theme.SAFETY, Duration.ofDays(3), false);
        Given.Actor officer = officer();
        sending.schedule(officer.viewer(), whisper, clock.instant().plus(Duration.ofHours(2)));
        Whisper w = all.get(officer.viewer(), whisper);
        all.save(
                officer.viewer(),
                whisper,
                w.version(),
                WhisperRulesTest.form(
                        w.unit(),
                        new WhisperForm.WordingForm("ar", "غيره", "غيره", ""),
                        new WhisperForm.WordingForm("en", "Other", "Other", "")));
        assertThat(told(whisper)).containsExactly("whisper-unapproved");
        clock.forward(Duration.ofHours(3));
        sending.releaseDue();
        assertThat(sending.get(officer.viewer(), whisper).state()).isEqualTo("draft");
        assertThat(told(whisper)).hasSize(1);
        Visitor writer = visitor(officer);
        assertThat(writer.open("/inbox").text()).as("who did it knows").doesNotContain("Other");
    }

    @Test
    void a_due_one_that_nobody_approved_holds_up_no_other() {
        UUID whisper = whispers.approved(given.place(), Theme.SAFETY, Duration.ofDays(3), false);
        UUID good = whispers.approved(given.place(), Theme.SAFETY, Duration.ofDays(3), false);
        Given.Actor officer = officer();
        for (UUID each : List.of(whisper, good)) {
            sending.schedule(officer.viewer(), each, clock.instant().plus(Duration.ofHours(2)));
        }
        sql.sql("insert into whispers.revision (whisper_id, number, written_by, written_at)"
                        + " select id, 2, created_by, now() from whispers.whisper where id = ?")
                .param(whisper)
                .update();
        sql.sql("update whispers.whisper set revision = 2 where id = ?")
                .param(whisper)
                .update();
        clock.forward(Duration.ofHours(3));
        while (sending.releaseDue() > 0) {
            assertThat(clock.instant()).isNotNull();
        }
        assertThat(sending.get(officer.viewer(), whisper).state()).isEqualTo("draft");
        assertThat(told(whisper)).containsExactly("whisper-unapproved");
        assertThat(sending.get(officer.viewer(), good).isSent()).isTrue();
    }

    @Test
    void a_muted_theme_is_kept_back_and_only_urgent_safety_passes_it() {
        String place = given.place();
        Given.Actor muting = whispers.members(place, 1).getFirst();
        whispers.prefer(muting, null, null, "Asia/Dubai", "{safety,volunteering}");
        Given.Actor officer = officer();
        assertThat(suppressed(whispers.sent(officer, place), muting)).isEqualTo("opt_out");
        UUID urgent = whispers.approved(place, Theme.VOLUNTEERING, Duration.ofDays(1), true);
        assertThat(suppressed(whispers.sent(officer, urgent), muting)).isEqualTo("opt_out");
        UUID safety = whispers.approved(place, Theme.SAFETY, Duration.ofDays(1), true);
        assertThat(suppressed(whispers.sent(officer, safety), muting)).isEmpty();
        assertThat(sql.sql("select passed from whispers.recipient where whisper_id = ?")
                        .param(safety)
                        .query(String.class)
                        .single())
                .contains("opt_out");
    }

    @Test
    void the_fourth_within_seven_days_is_kept_back_and_an_urgent_one_passes_and_uses_nothing_up() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        Given.Actor officer = officer();
        whispers.sent(officer, whispers.approved(place, Theme.SAFETY, Duration.ofDays(1), true));
        for (int i = 0; i < 3; i++) {
            assertThat(suppressed(whispers.sent(officer, place), member)).isEmpty();
        }
        assertThat(suppressed(whispers.sent(officer, place), member)).isEqualTo("cap");
        UUID urgent = whispers.sent(officer, whispers.approved(place, Theme.SAFETY, Duration.ofDays(1), true));
        assertThat(suppressed(urgent, member)).isEmpty();
        assertThat(sql.sql("select passed from whispers.recipient where whisper_id = ?")
                        .param(urgent)
                        .query(String.class)
                        .single())
                .contains("cap");
        clock.forward(Duration.ofDays(8));
        assertThat(suppressed(whispers.sent(officer, place), member)).isEmpty();
    }

    @Test
    void one_that_was_taken_back_uses_nothing_up() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        Given.Actor officer = officer();
        for (int i = 0; i < 3; i++) {
            sending.recall(officer.viewer(), whispers.sent(officer, place));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(suppressed(whispers.sent(officer, place), member)).isEmpty();
        }
        assertThat(suppressed(whispers.sent(officer, place), member)).isEqualTo("cap");
    }

    @Test
    void who_the_recipients_are_is_told_to_whoever_may_see_members_and_to_nobody_else() {
        String place = given.place();
        List<Given.Actor> members = whispers.members(place, RecipientStates.PAGE + 1);
        UUID whisper = whispers.sent(officer(), place);
        String list = "/api/v1/whispers/" + whisper + "/recipients";
        var seeing = api(given.actor(Role.DUTY_OFFICER)).get(list);
        assertThat(seeing.body().path("recipients").findValuesAsString("person"))
                .hasSize(RecipientStates.PAGE)
                .isSubsetOf(members.stream().map(m -> m.person().toString()).toList());
        assertThat(seeing.body().toString()).contains("Sara Khan");
        for (Role role : List.of(Role.COMMUNICATIONS_OFFICER, Role.COMMANDER, Role.AUDITOR)) {
            var api = api(given.actor(role));
            String first = api.get(list).body().toString();
            String next = api.get(list).body().path("next").asString();
            var second = api.get(list + "?after=" + next);
            assertThat(second.body().path("recipients").size()).as("%s", role).isOne();
            assertThat(api.get(list + "?after=" + members.getFirst().person())
                            .body()
                            .path("recipients")
                            .size())
                    .as("an id is no cursor")
                    .isEqualTo(RecipientStates.PAGE);
            String all = first
                    + second.body()
                    + visitor(given.actor(role))
                            .open("/whispers/manage/" + whisper + "/recipients")
                            .page()
                            .html();
            assertThat(all).doesNotContain("Sara Khan").doesNotContain("سارة");
            for (Given.Actor member : members) {
                assertThat(all).doesNotContain(member.person().toString());
                assertThat(all).doesNotContain(number(member));
            }
        }
        assertThat(visitor(given.actor(Role.DUTY_OFFICER))
                        .open("/whispers/manage/" + whisper + "/recipients")
                        .text())
                .contains("سارة خان");
    }

    private String number(Given.Actor member) {
        return sql.sql("select number::text from membership.member where person_id = ?")
                .param(member.person().value())
                .query(String.class)
                .single();
    }

    @Test
    void somebody_without_an_account_is_no_channel() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        sql.sql("update people.person set home_place = ? where id = ?")
                .params(place, member.person().value())
                .update();
        UUID whisper = whispers.approved(place);
        transaction.executeWithoutResult(t -> {
            sql.sql("delete from people.account where person_id = ?")
                    .param(member.person().value())
                    .update();
            sending.release(officer().viewer(), whisper);
            planner.plan(List.of());
            assertThat(suppressed(whisper, member)).isEqualTo("no_channel");
            t.setRollbackOnly();
        });
    }

    @Test
    void quiet_hours_hold_in_the_persons_own_zone_over_midnight_and_not_for_urgent_ones() {
        String place = given.place();
        List<Given.Actor> three = whispers.members(place, 3);
        whispers.prefer(three.get(0), "22:00", "06:30", "Asia/Dubai", "{}");
        whispers.prefer(three.get(1), "22:00", "06:30", "America/New_York", "{}");
        whispers.prefer(three.get(2), "13:00", "14:00", "Asia/Dubai", "{}");
        // 23:30 in Dubai, 14:30 in New York.
        Instant late = Instant.parse("2031-07-01T19:30:00Z");
        clock.setTo(late);
        Given.Actor officer = officer();
        UUID whisper = whispers.sent(officer, place);
        assertThat(due(whisper, three.get(0))).isEqualTo(Instant.parse("2031-07-02T02:30:00Z"));
        assertThat(due(whisper, three.get(1))).isBetween(late, late.plusSeconds(60));
        assertThat(due(whisper, three.get(2))).isBetween(late, late.plusSeconds(60));
        UUID urgent = whispers.sent(officer, whispers.approved(place, Theme.SAFETY, Duration.ofDays(1), true));
        assertThat(due(urgent, three.get(0))).isBetween(late, late.plusSeconds(120));
        assertThat(three.stream().map(m -> passed(urgent, m)))
                .as("whose quiet hours it passed")
                .containsExactly("quiet_hours", "", "");
        assertThat(passed(whisper, three.get(0))).isEmpty();
        assertThat(sql.sql("select urgent_reason from whispers.whisper where id = ?")
                        .param(urgent)
                        .query(String.class)
                        .single())
                .isEqualTo("storm");
        assertThat(sql.sql(
                                "select actor || ' ' || fields from audit.entry where action = 'whispers.send' and subject_id = ?")
                        .param(urgent.toString())
                        .query(String.class)
                        .list())
                .containsExactly(officer.person() + " urgent_reason");
    }

    private String passed(UUID whisper, Given.Actor who) {
        return sql.sql("select passed from whispers.recipient where whisper_id = ? and person_id = ?")
                .params(whisper, who.person().value())
                .query(String.class)
                .single();
    }

    @Test
    void a_recalled_one_leaves_inboxes_in_which_it_was_not_read_and_what_was_reached_stays() {
        String place = given.place();
        List<Given.Actor> two = whispers.members(place, 2);
        Given.Actor officer = officer();
        UUID whisper = whispers.sent(officer, place);
        assertThat(visitor(two.get(0)).open("/whispers/inbox/" + whisper).status())
                .isEqualTo(200);
        sending.recall(officer.viewer(), whisper);
        sending.recall(officer.viewer(), whisper);
        assertThat(visitor(two.get(0)).open("/inbox").page().select("[data-whisper]"))
                .hasSize(1);
        var other = visitor(two.get(1));
        assertThat(other.open("/inbox").page().select("[data-whisper]")).isEmpty();
        assertThat(other.open("/whispers/inbox/" + whisper).text())
                .contains("سُحبت هذه الهمسة")
                .doesNotContain("تمهّل");
        assertThat(whispers.reached(whisper)).isOne();
        assertThatThrownBy(() -> sending.recall(officer.viewer(), whispers.approved(place)))
                .hasMessage("whisper-not-sent");
    }

    @Test
    void a_step_told_of_after_the_recall_neither_counts_nor_brings_the_words_back() {
        String place = given.place();
        Given.Actor member = whispers.members(place, 1).getFirst();
        Given.Actor officer = officer();
        UUID whisper = whispers.sent(officer, place);
        sending.recall(officer.viewer(), whisper);
        clock.forward(Duration.ofMinutes(1));
        var answer = api(member)
                .post(
                        "/api/v1/whispers/steps",
                        Map.of(
                                "steps",
                                List.of(Map.of(
                                        "whisper",
                                        whisper,
                                        "step",
                                        "read",
                                        "at",
                                        clock.instant().toString()))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(whispers.reached(whisper)).isZero();
        assertThat(visitor(member).open("/whispers/inbox/" + whisper).text()).doesNotContain("تمهّل");
    }

    @Test
    void one_that_ended_before_its_pushes_were_queued_is_over_and_not_done() {
        String place = given.place();
        whispers.members(place, 1);
        UUID whisper = whispers.approved(place);
        sending.release(officer().viewer(), whisper);
        while (planner.plan(List.of())) {
            // its turn comes
        }
        clock.forward(Duration.ofDays(30));
        while (planner.push(List.of())) {
            // nothing of it is pushed any more
        }
        assertThat(sql.sql("select pushed_at from whispers.whisper where id = ?")
                        .param(whisper)
                        .query((rs, n) -> rs.getString(1) == null)
                        .single())
                .isTrue();
        assertThat(sending.get(officer().viewer(), whisper).isUnderWay(clock.instant()))
                .isFalse();
    }

    @Test
    void recalled_before_it_was_planned_it_reaches_nobody() {
        String place = given.place();
        whispers.members(place, 1);
        UUID whisper = whispers.approved(place);
        Given.Actor officer = officer();
        transaction.executeWithoutResult(t -> {
            sending.release(officer.viewer(), whisper);
            sending.recall(officer.viewer(), whisper);
        });
        whispers.settle(whisper);
        planner.plan(List.of());
        assertThat(count("recipient where whisper_id = ?", whisper)).isZero();
    }

    @Test
    void strangers_members_and_officers_of_another_unit_find_nothing_here() {
        UUID whisper = whispers.approved(given.place());
        String page = "/whispers/manage/" + whisper + "/sending";
        assertThat(stranger().open(page).path()).startsWith("/sign-in");
        assertThat(visitor(given.actor(Role.MEMBER)).open(page).status()).isEqualTo(404);
        assertThat(visitor(given.actor(Role.COMMUNICATIONS_OFFICER, given.unit()))
                        .open(page)
                        .status())
                .isEqualTo(404);
        assertThat(api(given.actor(Role.COMMANDER))
                        .post("/api/v1/whispers/" + whisper + "/send", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(visitor(officer()).open("/whispers/manage/nonsense/sending").status())
                .isEqualTo(404);
        assertThat(api(officer())
                        .post("/api/v1/whispers/" + whisper + "/schedule", Map.of("sendAt", "soon"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_desk_sends_takes_back_and_sees_who_stands_how() {
        String place = given.place();
        whispers.members(place, 2);
        UUID whisper = whispers.approved(place);
        var desk = visitor(officer()).open("/whispers/manage/" + whisper + "/sending");
        assertThat(desk.text()).doesNotContain("⟦");
        desk.submit("form[data-operation=sendWhisper]", Map.of());
        assertThat(desk.text()).contains("الهمسة في طريقها");
        whispers.settle(whisper);
        assertThat(desk.open("/whispers/manage/" + whisper + "/sending?lang=en").text())
                .contains("Inboxes 2")
                .doesNotContain("⟦");
        assertThat(desk.open("/whispers/manage/" + whisper + "/recipients?state=eligible")
                        .page()
                        .select("tbody tr"))
                .hasSize(2);
        assertThat(desk.text()).doesNotContain("Sara Khan").doesNotContain("سارة");
        assertThat(sql.sql("select count(*) from audit.entry where action = 'whispers.look' and subject_id = ?")
                        .param(whisper.toString())
                        .query(Long.class)
                        .single())
                .isOne();
        desk.open("/whispers/manage/" + whisper + "/sending").submit("form[data-operation=recallWhisper]", Map.of());
        assertThat(sending.get(officer().viewer(), whisper).isRecalled()).isTrue();
    }
}
