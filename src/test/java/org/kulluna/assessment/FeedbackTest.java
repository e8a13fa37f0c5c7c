package org.kulluna.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.assessment.AssessmentGiven.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.people.PersonErased;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.kulluna.training.Offering;
import org.kulluna.training.Offerings;
import org.kulluna.training.Results;
import org.kulluna.training.TrainingGiven;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class FeedbackTest extends HouseTest {
    @Autowired
    AssessmentGiven assessed;

    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Feedback feedback;

    @Autowired
    Results results;

    @Autowired
    Offerings offerings;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private static FeedbackForm said(int all, String words) {
        String n = String.valueOf(all);
        return new FeedbackForm(n, n, n, n, words);
    }

    private Offering held(String unit, List<PersonId> trainees) {
        Offering o = assessed.open(training.published(TrainingGiven.plain(unit)), List.of());
        trainees.forEach(p -> assessed.book(o, member(p)));
        assessed.start(o, clock);
        trainees.forEach(p -> assessed.see(o, p, clock));
        return o;
    }

    private List<PersonId> people(int count) {
        List<PersonId> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(members.memberPerson());
        }
        return all;
    }

    private void close(Offering o) {
        results.close(
                training.office(),
                o.id(),
                offerings.get(training.office(), o.id()).version());
    }

    @Test
    void it_opens_when_the_last_session_ended_for_whoever_was_there_and_is_asked_once() {
        PersonId there = members.memberPerson();
        PersonId never = members.memberPerson();
        Offering o = held(given.unit(), List.of(there));
        clock.reset();
        Offering other = assessed.open(training.published(TrainingGiven.plain(given.unit())), List.of());
        assessed.book(other, member(never));
        assertThat(feedback.get(member(there), o.id()).shut()).isEqualTo("feedback-too-early");
        assertThatThrownBy(() -> feedback.give(member(there), o.id(), said(4, "")))
                .hasMessage("feedback-too-early");
        assertThatThrownBy(() -> feedback.get(member(never), o.id())).hasMessage("not-found");
        assessed.end(o, clock);
        assertThat(feedback.get(member(there), o.id()).shut()).isEmpty();
        close(o);
        assertThat(members.notices(there)).containsOnlyOnce("feedback-asked");
        assessed.end(other, clock);
        assertThatThrownBy(() -> feedback.give(member(never), other.id(), said(4, "")))
                .hasMessage("feedback-not-there");
        close(other);
        assertThat(members.notices(never)).doesNotContain("feedback-asked");
    }

    @Test
    void it_is_given_once_and_may_be_changed_for_fourteen_days() {
        PersonId there = members.memberPerson();
        Offering o = held(given.unit(), List.of(there));
        assessed.end(o, clock);
        feedback.give(member(there), o.id(), said(2, "Too fast"));
        feedback.give(member(there), o.id(), said(5, "Better now"));
        clock.forward(Duration.ofDays(13));
        feedback.give(member(there), o.id(), said(4, "Still good"));
        clock.forward(Duration.ofDays(2));
        assertThat(feedback.get(member(there), o.id()).shut()).isEqualTo("feedback-stands");
        assertThatThrownBy(() -> feedback.give(member(there), o.id(), said(1, "")))
                .hasMessage("feedback-stands");
        assertThat(feedback.get(member(there), o.id()).given()).isEqualTo(said(4, "Still good"));
        assertThat(feedback.ofOffering(training.office(), o.id()).results().answered())
                .isEqualTo(1);
    }

    @Test
    void what_fewer_than_five_said_is_not_told_anywhere() {
        String unit = given.unit();
        List<PersonId> trainees = people(6);
        Offering o = held(unit, trainees);
        assessed.end(o, clock);
        for (int i = 0; i < 4; i++) {
            feedback.give(member(trainees.get(i)), o.id(), said(5, "Secret words " + i));
        }
        FeedbackResults few = feedback.ofOffering(training.office(), o.id()).results();
        assertThat(few.isHidden()).isTrue();
        assertThat(few.answered()).isEqualTo(4);
        assertThat(few.share()).isEqualTo(66);
        assertThat(few.sums()).isEmpty();
        assertThat(few.words()).isEmpty();
        assertThat(FeedbackPages.cells(
                        feedback.ofCourse(training.office(), o.course().code())
                                .offerings()
                                .getFirst()))
                .allSatisfy(line -> assertThat(line.subList(3, 10)).containsOnly(""));
        assertThat(feedback.ofCourse(training.office(), o.course().code()).all().sums())
                .isEmpty();
        feedback.give(member(trainees.get(4)), o.id(), said(3, ""));
        FeedbackResults told = feedback.ofOffering(training.office(), o.id()).results();
        assertThat(told.sums()).hasSize(4).allSatisfy(s -> {
            assertThat(s.counts()).containsExactly(0, 0, 1, 0, 4);
            assertThat(s.tenths()).isEqualTo(46);
        });
        assertThat(told.words()).hasSize(4);
        assertThat(FeedbackPages.cells(
                        feedback.ofCourse(training.office(), o.course().code())
                                .offerings()
                                .getFirst()))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.get(4)).isEqualTo("4.6"));
    }

    @Test
    void a_course_adds_its_offerings_up_but_lends_nothing_of_small_ones() {
        FeedbackLine many = line(10, 6, 1);
        FeedbackLine few = line(10, 2, 5);
        FeedbackResults all = Feedback.together(List.of(many, few));
        assertThat(all.asked()).isEqualTo(20);
        assertThat(all.answered()).isEqualTo(8);
        assertThat(all.sums()).hasSize(4).allSatisfy(s -> assertThat(s.counts()).containsExactly(6, 0, 0, 0, 0));
        assertThat(Feedback.together(List.of(few, few, few)).sums()).isEmpty();
    }

    private static FeedbackLine line(int asked, int answered, int said) {
        List<Integer> counts = new ArrayList<>(List.of(0, 0, 0, 0, 0));
        counts.set(said - 1, answered);
        List<FeedbackSum> sums = FeedbackSum.QUESTIONS.stream()
                .map(q -> new FeedbackSum(q, counts))
                .toList();
        return new FeedbackLine(new UUID(1, 1), null, FeedbackResults.of(asked, answered, sums, List.of()));
    }

    @Test
    void instructors_members_and_other_units_read_no_results() {
        Offering o = held(given.unit(), people(1));
        for (Viewer other : List.of(
                new Viewer(given.person(), null, List.of(new Viewer.Grant(Role.INSTRUCTOR, null)), false),
                member(given.person()),
                new Viewer(
                        given.person(), null, List.of(new Viewer.Grant(Role.TRAINING_OFFICER, given.unit())), false))) {
            assertThatThrownBy(() -> feedback.ofOffering(other, o.id())).hasMessage("not-found");
            assertThatThrownBy(() -> feedback.ofCourse(other, o.course().code()))
                    .hasMessage("not-found");
        }
    }

    @Test
    void an_erased_persons_words_go_and_the_numbers_stay() {
        PersonId there = members.memberPerson();
        Offering o = held(given.unit(), List.of(there));
        assessed.end(o, clock);
        feedback.give(member(there), o.id(), said(2, "My name is Sara"));
        transaction.executeWithoutResult(t -> events.publishEvent(new PersonErased(there)));
        assertThat(feedback.get(member(there), o.id()).given()).isEqualTo(said(2, ""));
    }

    @Test
    void the_mean_is_rounded_half_up_to_a_tenth() {
        assertThat(new FeedbackSum("content", List.of(0, 0, 0, 0, 0)).tenths()).isZero();
        assertThat(new FeedbackSum("content", List.of(1, 0, 0, 0, 0)).tenths()).isEqualTo(10);
        assertThat(new FeedbackSum("content", List.of(0, 0, 0, 3, 1)).tenths()).isEqualTo(43);
        assertThat(new FeedbackSum("content", List.of(1, 1, 1, 0, 0)).tenths()).isEqualTo(20);
    }
}
