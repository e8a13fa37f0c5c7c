package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.volunteering.VolunteeringGiven.demanding;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kulluna.membership.StandingChanged;
import org.kulluna.people.PapersChanged;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;
import org.kulluna.support.HouseTest;
import org.kulluna.training.AwardChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Each rule is broken for one person who was fine: list, sign-up, promotion and lapse must all see it. */
class EligibilityRulesTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    SignUps signUps;

    @Autowired
    SignUpRows rows;

    @Autowired
    Offers offers;

    @Autowired
    SeatSweep sweep;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private static final LocalDate DAY = LocalDate.now(Time.PROGRAMME_ZONE).plusDays(20);
    /** In the morning: the duty ends on the day it began, whatever the hour of the test. */
    private static final Instant START =
            DAY.atTime(9, 0).atZone(Time.PROGRAMME_ZONE).toInstant();

    enum Rule {
        NOT_A_MEMBER("not-a-member"),
        SUSPENDED("suspended"),
        VETTING_EXPIRED("vetting"),
        VETTING_REFUSED("vetting"),
        VISA_EXPIRED("visa"),
        QUALIFICATION_MISSING("qualification"),
        QUALIFICATION_EXPIRED("qualification"),
        QUALIFICATION_REVOKED("qualification"),
        ONBOARDING_MISSING("qualification"),
        TOO_YOUNG("too-young"),
        STUDENT_NOT_WELCOME("students-not-welcome"),
        GUARDIAN_CONSENT_MISSING("guardian-consent");

        final String reason;

        Rule(String reason) {
            this.reason = reason;
        }

        boolean needsQualification() {
            return name().startsWith("QUALIFICATION");
        }
    }

    private NewShift wanted(Rule rule) {
        NewShift base = plan(START, Duration.ofHours(4), 1);
        return switch (rule) {
            case QUALIFICATION_MISSING, QUALIFICATION_EXPIRED, QUALIFICATION_REVOKED ->
                demanding(base, List.of("first_aid"), 18, false, false);
            case TOO_YOUNG -> demanding(base, List.of(), 21, false, false);
            case GUARDIAN_CONSENT_MISSING -> demanding(base, List.of(), 16, true, false);
            default -> base;
        };
    }

    /** Somebody to whom the shift is open. */
    private PersonId fine(Rule rule) {
        PersonId person = volunteering.memberPerson();
        if (rule.needsQualification()) {
            volunteering.award(person, "first_aid", DAY.minusYears(1), DAY.plusYears(1));
        }
        if (rule == Rule.GUARDIAN_CONSENT_MISSING) {
            run("update people.person set born_on = ? where id = ?", DAY.minusYears(17), person.value());
            run("update membership.member set student = true where person_id = ?", person.value());
            volunteering.consent(person, DAY);
        }
        return person;
    }

    private void spoil(Rule rule, PersonId person) {
        UUID id = person.value();
        switch (rule) {
            case NOT_A_MEMBER ->
                run("update membership.member set status = 'left', left_at = now() where person_id = ?", id);
            case SUSPENDED ->
                run(
                        "update membership.member set status = 'suspended', suspended_until = ? where person_id = ?",
                        DAY,
                        id);
            case VETTING_EXPIRED ->
                run("update membership.vetting_check set valid_to = ? where person_id = ?", DAY.minusDays(1), id);
            case VETTING_REFUSED ->
                run("update membership.vetting_check set state = 'refused' where person_id = ?", id);
            case VISA_EXPIRED ->
                run("update people.residence_visa set valid_to = ? where person_id = ?", DAY.minusDays(1), id);
            case ONBOARDING_MISSING -> volunteering.revoke(person, "onboarding");
            case QUALIFICATION_MISSING -> {
                volunteering.revoke(person, "first_aid");
                volunteering.award(person, "event_security", DAY.minusYears(1), DAY.plusYears(1));
            }
            case QUALIFICATION_EXPIRED -> {
                volunteering.revoke(person, "first_aid");
                volunteering.award(person, "first_aid", DAY.minusYears(1), DAY.minusDays(1));
            }
            case QUALIFICATION_REVOKED -> volunteering.revoke(person, "first_aid");
            case TOO_YOUNG ->
                run(
                        "update people.person set born_on = ? where id = ?",
                        DAY.minusYears(21).plusDays(1),
                        id);
            case STUDENT_NOT_WELCOME -> run("update membership.member set student = true where person_id = ?", id);
            case GUARDIAN_CONSENT_MISSING ->
                run("update membership.guardian_consent set withdrawn_at = now() where person_id = ?", id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_list_moves_the_shift_from_open_to_not_yet_with_the_reason(Rule rule) {
        PersonId person = fine(rule);
        UUID shift = volunteering.shift(wanted(rule));
        assertThat(sees(person, shift, true)).isTrue();
        assertThat(sees(person, shift, false)).isFalse();
        spoil(rule, person);
        assertThat(sees(person, shift, true)).isFalse();
        assertThat(sees(person, shift, false)).isTrue();
        assertThat(offers.get(viewer(person), shift).reasons().get(0).key()).isEqualTo(rule.reason);
    }

    @ParameterizedTest
    @EnumSource
    void sign_up_is_refused_and_nothing_is_left_behind(Rule rule) {
        PersonId person = fine(rule);
        UUID shift = volunteering.shift(wanted(rule));
        spoil(rule, person);
        assertThatThrownBy(() -> take(person, shift)).hasMessage("not-eligible");
        assertThat(volunteering.booked(shift)).isZero();
        assertThat(volunteering.isBound(person, shift)).isFalse();
        assertThat(volunteering.notices(person)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void promotion_passes_the_person_over_and_takes_the_next(Rule rule) {
        PersonId first = fine(rule);
        PersonId person = fine(rule);
        PersonId next = fine(rule);
        UUID shift = volunteering.shift(wanted(rule));
        take(first, shift);
        take(person, shift);
        take(next, shift);
        spoil(rule, person);
        signUps.leave(viewer(first), shift);
        assertThat(state(person, shift)).isEqualTo(SignUpState.WAITING);
        assertThat(state(next, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.notices(person)).containsExactly("seat-passed-over");
    }

    @ParameterizedTest
    @EnumSource
    void the_seat_lapses_in_the_transaction_that_changed_the_person_and_the_next_gets_it(Rule rule) {
        PersonId person = fine(rule);
        PersonId next = fine(rule);
        UUID shift = volunteering.shift(wanted(rule));
        take(person, shift);
        take(next, shift);
        transaction.executeWithoutResult(t -> {
            spoil(rule, person);
            events.publishEvent(event(rule, person));
        });
        lapsed(rule, person, next, shift);
    }

    @ParameterizedTest
    @EnumSource
    void the_nightly_sweep_finds_what_nobody_said(Rule rule) {
        PersonId person = fine(rule);
        PersonId next = fine(rule);
        UUID shift = volunteering.shift(wanted(rule));
        take(person, shift);
        take(next, shift);
        spoil(rule, person);
        assertThat(sweep.sweep()).isPositive();
        lapsed(rule, person, next, shift);
        assertThat(rows.listDoubtful(clock.instant())).doesNotContain(person, next);
    }

    private void lapsed(Rule rule, PersonId person, PersonId next, UUID shift) {
        SignUp mine = signUps.findMine(viewer(person), shift).orElseThrow();
        assertThat(mine.state()).isEqualTo(SignUpState.LAPSED);
        assertThat(mine.reason()).isEqualTo(rule.reason);
        assertThat(volunteering.isBound(person, shift)).isFalse();
        assertThat(volunteering.isExpected(person, shift)).isFalse();
        assertThat(volunteering.notices(person)).containsExactly("seat-taken", "seat-lapsed");
        assertThat(state(next, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
    }

    private static Object event(Rule rule, PersonId person) {
        return switch (rule) {
            case VISA_EXPIRED, TOO_YOUNG -> new PapersChanged(person);
            case QUALIFICATION_MISSING, QUALIFICATION_EXPIRED, QUALIFICATION_REVOKED -> new AwardChanged(person);
            default -> new StandingChanged(person);
        };
    }

    private boolean sees(PersonId person, UUID shift, boolean eligible) {
        String unit = sql.sql("""
                select o.unit_code from volunteering.opportunity o
                  join volunteering.shift s on s.opportunity_id = o.id where s.id = ?""").param(shift).query(String.class).single();
        ShiftFilter filter = new ShiftFilter(eligible, null, null, unit, "", "");
        return offers.list(viewer(person), filter, null).rows().stream()
                .peek(o -> assertThat(o.isEligible()).isEqualTo(eligible))
                .anyMatch(o -> o.card().id().equals(shift));
    }

    private SignUp take(PersonId person, UUID shift) {
        return signUps.signUp(viewer(person), shift, Ids.next(), volunteering.role(shift));
    }

    private SignUpState state(PersonId person, UUID shift) {
        return signUps.findMine(viewer(person), shift).orElseThrow().state();
    }

    private void run(String statement, Object... params) {
        sql.sql(statement).params(params).update();
    }
}
