package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.people.PersonErased;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Awards are written once. What became of them stands beside them, and every one of them still answers. */
class AwardHistoryTest extends HouseTest {
    @Autowired
    Awards awards;

    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Offerings offerings;

    @Autowired
    SessionRoom room;

    @Autowired
    Results results;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final LocalDate today = LocalDate.now(Time.PROGRAMME_ZONE);

    private Award record(PersonId person, LocalDate from, LocalDate to) {
        return awards.record(
                training.office(),
                new AwardForm(
                        Ids.next().toString(),
                        person.toString(),
                        "first_aid",
                        from.toString(),
                        to == null ? "" : to.toString(),
                        "Red Crescent",
                        "no. 7"));
    }

    private Award again(Award award) {
        return awards.get(training.office(), award.id());
    }

    private UUID supersedes(Award award) {
        return sql.sql("select supersedes from training.award where id = ?")
                .param(award.id())
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list()
                .getFirst();
    }

    private void revoke(Award award) {
        awards.revoke(training.office(), award.id(), new RevokeForm("copied"));
    }

    @Test
    void one_recorded_at_the_desk_supersedes_the_last_of_its_kind_as_one_that_was_earned() {
        PersonId me = members.memberPerson();
        Award first = record(me, today.minusYears(2), today.plusDays(20));
        Award second = record(me, today.minusDays(1), today.plusYears(2));
        assertThat(supersedes(first)).isNull();
        assertThat(supersedes(second)).isEqualTo(first.id());
        assertThat(again(first).stateOn(today)).isEqualTo("superseded");
        assertThat(again(first).stateOn(today.plusDays(21))).isEqualTo("expired");
        assertThat(again(second).stateOn(today)).isEqualTo("valid");
        members.award(me, "event_security", today.minusYears(1), today.plusYears(1));
        assertThat(again(first).supersededFrom()).isEqualTo(today.minusDays(1));
    }

    @Test
    void one_that_begins_later_leaves_the_old_one_in_force_until_then() {
        PersonId me = members.memberPerson();
        Award old = record(me, today.minusYears(2), today.plusDays(20));
        record(me, today.plusDays(21), today.plusYears(2));
        assertThat(again(old).stateOn(today)).as("renewed: it ends in peace").isEqualTo("valid");
        assertThat(again(old).stateOn(today.plusDays(21))).isEqualTo("expired");
    }

    @Test
    void one_that_lay_before_supersedes_nothing() {
        PersonId me = members.memberPerson();
        Award later = record(me, today.minusDays(10), today.plusYears(1));
        Award earlier = record(me, today.minusYears(3), today.minusYears(1));
        assertThat(supersedes(earlier)).isNull();
        assertThat(again(later).stateOn(today)).isEqualTo("valid");
    }

    @Test
    void a_renewal_that_was_revoked_gives_the_old_one_its_place_again_and_the_next_takes_it() {
        PersonId me = members.memberPerson();
        Award old = record(me, today.minusYears(2), today.plusDays(90));
        Award mistaken = record(me, today.minusDays(5), today.plusYears(2));
        revoke(mistaken);
        assertThat(again(old).stateOn(today)).isEqualTo("valid");
        assertThat(again(mistaken).stateOn(today)).isEqualTo("revoked");
        Award right = record(me, today.minusDays(4), today.plusYears(2));
        assertThat(supersedes(right)).isEqualTo(old.id());
        assertThat(again(old).supersededFrom()).isEqualTo(today.minusDays(4));
        assertThat(sql.sql(
                                "select count(*) from training.published_award where person_id = ? and qualification = 'first_aid'")
                        .param(me.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThatThrownBy(() -> revoke(mistaken)).hasMessage("award-revoked-already");
    }

    @Test
    void of_ten_recorded_at_once_each_supersedes_another() throws Exception {
        PersonId me = members.memberPerson();
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<Callable<Award>> work = IntStream.range(0, 10)
                    .mapToObj(i -> (Callable<Award>) () -> record(me, today.minusDays(1), today.plusYears(1)))
                    .toList();
            for (var f : threads.invokeAll(work)) {
                f.get();
            }
        }
        assertThat(sql.sql("select count(distinct supersedes) from training.award where person_id = ?")
                        .param(me.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update training.award set valid_to = valid_to + 1 where person_id = :p",
                "update training.award set evidence = 'no. 8' where person_id = :p",
                "update training.award set evidence = '', issuer = '' where person_id = :p",
                "delete from training.award where person_id = :p",
                "update training.revocation set reason = 'better' where award_id in"
                        + " (select id from training.award where person_id = :p)",
                "delete from training.revocation where award_id in"
                        + " (select id from training.award where person_id = :p)"
            })
    void what_was_written_is_never_changed(String statement) {
        PersonId me = members.memberPerson();
        revoke(record(me, today.minusDays(1), today.plusYears(1)));
        assertThatThrownBy(() -> sql.sql(statement).param("p", me.value()).update())
                .hasStackTraceContaining("append-only");
    }

    @Test
    void an_erased_persons_words_go_and_that_a_course_was_passed_stays() {
        PersonId me = members.memberPerson();
        revoke(record(me, today.minusDays(1), today.plusYears(1)));
        Offering draft = training.draft(training.published(TrainingGiven.plain(given.unit())), 5, true);
        Offering gathering = offerings.announce(training.office(), draft.id(), draft.version());
        enrolments.enrol(viewer(me), gathering.id(), Ids.next());
        sql.sql("update training.enrolment set reason = 'ill' where person_id = ?")
                .param(me.value())
                .update();
        transaction.executeWithoutResult(t -> events.publishEvent(new PersonErased(me)));
        assertThat(sql.sql("""
                        select a.evidence || v.reason || (select string_agg(e.reason, '') from training.enrolment e
                                                           where e.person_id = a.person_id)
                          from training.award a join training.revocation v on v.award_id = a.id
                         where a.person_id = ?""").param(me.value()).query(String.class).single()).isEmpty();
    }

    @Test
    void what_a_merged_record_earned_answers_for_the_kept_one_and_is_not_rewritten() {
        PersonId from = members.memberPerson();
        PersonId into = members.memberPerson();
        Award old = record(from, today.minusYears(1), today.plusDays(30));
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        assertThat(officer.post(
                                "/api/v1/people/" + into + "/merge",
                                Map.of("from", from.toString(), "reason", "same card"))
                        .status())
                .isBetween(200, 204);
        assertThat(sql.sql("select person_id from training.award where id = ?")
                        .param(old.id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(from.value());
        assertThat(sql.sql("select person_id from training.standing where award_id = ?")
                        .param(old.id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(into.value());
        assertThat(awards.listOwn(viewer(into))).extracting(Award::id).contains(old.id());
        assertThat(supersedes(record(into, today.minusDays(1), today.plusYears(2))))
                .isEqualTo(old.id());
        assertThat(again(old).person()).isEqualTo(into);
    }

    @Test
    void the_filter_tells_superseded_renewed_and_ending_ones_apart() {
        PersonId me = members.memberPerson();
        record(me, today.minusYears(2), today.plusDays(20));
        record(me, today.minusDays(1), today.plusDays(30));
        String number = sql.sql("select number::text from membership.member where person_id = ?")
                .param(me.value())
                .query(String.class)
                .single();
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER));
        for (var expected : Map.of("superseded", 1, "ending", 1, "valid", 1, "expired", 0, "revoked", 0)
                .entrySet()) {
            var found = api.get("/api/v1/awards?qualification=first_aid&q=" + number + "&state=" + expected.getKey())
                    .body()
                    .path("awards");
            assertThat(found.size()).as(expected.getKey()).isEqualTo(expected.getValue());
        }
        Visitor v = visitor(given.actor(Role.TRAINING_OFFICER));
        assertThat(v.open("/training/awards?lang=en&q=" + number).text()).contains("Replaced by a newer one");
    }

    @Test
    void the_unit_that_gave_it_is_named_in_the_readers_language() {
        var me = members.member();
        Course course = training.published(TrainingGiven.course(given.unit(), List.of(), "first_aid", "none", null));
        Offering o = training.open(course, 5, 1);
        enrolments.enrol(viewer(me.person()), o.id(), Ids.next());
        Session s = o.sessions().getFirst();
        clock.setTo(s.startsAt());
        room.mark(
                training.office(),
                s.id(),
                me.person(),
                org.kulluna.attendance.FactKind.IN,
                s.startsAt(),
                "seen",
                Ids.next());
        clock.setTo(s.endsAt());
        results.close(
                training.office(),
                o.id(),
                offerings.get(training.office(), o.id()).version());
        Award award = awards.listOwn(viewer(me.person())).stream()
                .filter(a -> a.qualification().equals("first_aid"))
                .findFirst()
                .orElseThrow();
        Visitor v = visitor(me);
        assertThat(v.open("/training/mine?lang=en").text()).contains("Unit " + course.unit());
        assertThat(v.open("/training/mine?lang=ar").text()).contains("وحدة " + course.unit());
        Visitor office = visitor(given.actor(Role.TRAINING_OFFICER));
        assertThat(office.open("/training/awards/" + award.id() + "?lang=en").text())
                .contains("Unit " + course.unit());
    }
}
