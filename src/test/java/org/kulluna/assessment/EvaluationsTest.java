package org.kulluna.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.assessment.AssessmentGiven.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.kulluna.training.Offering;
import org.kulluna.training.Offerings;
import org.kulluna.training.Results;
import org.kulluna.training.TrainingGiven;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

class EvaluationsTest extends HouseTest {
    @Autowired
    AssessmentGiven assessed;

    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Results results;

    @Autowired
    Offerings offerings;

    private static Viewer instructor(PersonId person) {
        return new Viewer(person, null, List.of(new Viewer.Grant(Role.INSTRUCTOR, null)), false);
    }

    private Offering offering(PersonId teacher) {
        return assessed.open(assessed.course(given.unit(), "practical", 0, 10, 3), List.of(teacher));
    }

    private static EvaluationForm form(UUID place, String passed, String remark, UUID... met) {
        List<@Nullable String> ids = java.util.Arrays.stream(met)
                .<@Nullable String>map(UUID::toString)
                .toList();
        return new EvaluationForm("", place.toString(), ids, passed, remark);
    }

    private @Nullable Boolean stands(UUID place) {
        return sql.sql("select practical_passed from training.enrolment where id = ?")
                .param(place)
                .query(Boolean.class)
                .optional()
                .orElse(null);
    }

    @Test
    void nobody_passes_without_what_is_required_or_fails_without_being_told_why() {
        Criterion must = new Criterion(Ids.next(), new LocalizedText("أ", "A"), true);
        Criterion may = new Criterion(Ids.next(), new LocalizedText("ب", "B"), false);
        List<Criterion> both = List.of(must, may);
        Evaluations.check(both, true, List.of(must.id()), "");
        Evaluations.check(both, false, List.of(), "not yet");
        Evaluations.check(List.of(), true, List.of(), "");
        assertThat(faults(both, true, List.of(may.id()), "")).isEqualTo("passed");
        assertThat(faults(both, false, List.of(must.id()), "")).isEqualTo("remark");
        assertThat(faults(both, true, List.of(must.id(), Ids.next()), "")).isEqualTo("met");
        assertThat(faults(both, true, List.of(must.id()), "x".repeat(1001))).isEqualTo("remark");
    }

    private static String faults(List<Criterion> criteria, boolean passed, List<UUID> met, String remark) {
        try {
            Evaluations.check(criteria, passed, met, remark);
            return "";
        } catch (Refusal r) {
            return String.join(",", r.faults().keySet());
        }
    }

    @Test
    void each_word_is_kept_and_the_last_one_stands_until_the_offering_closes() {
        PersonId teacher = given.person();
        Offering o = offering(teacher);
        UUID must = Ids.next();
        evaluations.addCriterion(
                training.office(), o.course().code(), must, new CriterionForm("", "يضغط بعمق", "Presses deep", "on"));
        PersonId person = members.memberPerson();
        UUID place = assessed.book(o, member(person));
        assessed.start(o, clock);
        assessed.see(o, person, clock);
        Viewer me = instructor(teacher);
        assertThatThrownBy(() -> evaluations.evaluate(me, o.id(), Ids.next(), form(place, "yes", "")))
                .hasMessage("invalid");
        UUID first = Ids.next();
        evaluations.evaluate(me, o.id(), first, form(place, "no", "Too shallow"));
        evaluations.evaluate(me, o.id(), first, form(place, "yes", "", must));
        assertThat(stands(place)).as("the same id says nothing new").isFalse();
        evaluations.evaluate(training.office(), o.id(), Ids.next(), form(place, "yes", "", must));
        assertThat(stands(place)).isTrue();
        assertThat(evaluations.list(me, o.id(), place))
                .extracting(Evaluation::passed)
                .containsExactly(true, false);
        assertThatThrownBy(() -> sql.sql("update assessment.evaluation set passed = true where id = ?")
                        .param(first)
                        .update())
                .isNotNull();
        evaluations.retireCriterion(training.office(), o.course().code(), must);
        assertThat(evaluations.round(me, o.id()).criteria()).isEmpty();
        assessed.end(o, clock);
        results.close(
                training.office(),
                o.id(),
                offerings.get(training.office(), o.id()).version());
        assertThatThrownBy(() -> evaluations.evaluate(me, o.id(), Ids.next(), form(place, "no", "late")))
                .hasMessage("evaluation-closed");
        assertThat(evaluations.list(me, o.id(), place)).hasSize(2);
    }

    @Test
    void nobody_evaluates_themselves_and_only_who_teaches_or_runs_it_evaluates() {
        PersonId person = members.memberPerson();
        Offering o = offering(given.person());
        UUID place = assessed.book(o, member(person));
        Viewer office = new Viewer(person, null, List.of(new Viewer.Grant(Role.TRAINING_OFFICER, null)), false);
        UUID elsewhere = assessed.book(offering(given.person()), member(members.memberPerson()));
        assertThatThrownBy(() -> evaluations.evaluate(office, o.id(), Ids.next(), form(place, "yes", "")))
                .hasMessage("own-evaluation");
        assertThat(stands(place)).isNull();
        for (Viewer other : List.of(
                instructor(given.person()),
                member(person),
                new Viewer(
                        given.person(), null, List.of(new Viewer.Grant(Role.TRAINING_OFFICER, given.unit())), false))) {
            assertThatThrownBy(() -> evaluations.round(other, o.id())).hasMessage("not-found");
            assertThatThrownBy(() -> evaluations.evaluate(other, o.id(), Ids.next(), form(place, "yes", "")))
                    .hasMessage("not-found");
        }
        assertThatThrownBy(
                        () -> evaluations.evaluate(training.office(), o.id(), Ids.next(), form(elsewhere, "yes", "")))
                .hasMessage("not-found");
        assertThatThrownBy(() -> evaluations.list(training.office(), o.id(), elsewhere))
                .hasMessage("not-found");
        assertThatThrownBy(() -> evaluations.evaluate(training.office(), o.id(), Ids.next(), form(place, "maybe", "")))
                .hasMessage("invalid");
        assertThatThrownBy(() -> evaluations.round(Viewer.STRANGER, o.id())).hasMessage("sign-in-first");
    }
}
