package org.kulluna.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.assessment.AssessmentGiven.answers;
import static org.kulluna.assessment.AssessmentGiven.member;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.training.Course;
import org.kulluna.training.Offering;
import org.kulluna.training.Offerings;
import org.kulluna.training.Results;
import org.kulluna.training.TrainingGiven;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

class QuizTest extends HouseTest {
    @Autowired
    AssessmentGiven assessed;

    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Quiz quiz;

    @Autowired
    Questions questions;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Results results;

    @Autowired
    Offerings offerings;

    private Offering offering(int inBank, int asked, int attempts) {
        return assessed.open(assessed.course(given.unit(), "quiz", inBank, asked, attempts), List.of());
    }

    private Viewer seen(Offering o) {
        PersonId me = members.memberPerson();
        assessed.book(o, member(me));
        assessed.start(o, clock);
        assessed.see(o, me, clock);
        clock.reset();
        return member(me);
    }

    private Sheet submit(Viewer me, Offering o, int wrong) {
        Attempt a = quiz.start(me, o.id(), Ids.next());
        quiz.save(me, a.id(), answers(quiz.sheet(me, a.id()).items(), wrong));
        return quiz.submit(me, a.id(), false);
    }

    private <T> T one(String query, UUID id, Class<T> type) {
        return sql.sql(query).param(id).query(type).single();
    }

    @Test
    void the_whole_way_from_a_booked_place_to_the_award() {
        PersonId teacher = given.person();
        Course course = assessed.course(given.unit(), "both", 12, 10, 3);
        Offering o = assessed.open(course, List.of(teacher));
        PersonId person = members.memberPerson();
        Viewer me = member(person);
        UUID place = assessed.book(o, me);
        assertThat(quiz.get(me, o.id()).shut()).isEqualTo("quiz-not-seen");
        assertThatThrownBy(() -> quiz.start(me, o.id(), Ids.next())).hasMessage("quiz-not-seen");
        assessed.start(o, clock);
        assessed.see(o, person, clock);

        Sheet failed = submit(me, o, 4);
        assertThat(failed.attempt().score()).isEqualTo(60);
        assertThat(failed.attempt().isPassed()).isFalse();
        assertThat(failed.left()).isEqualTo(2);
        Sheet passed = submit(me, o, 3);
        assertThat(passed.attempt().score()).isEqualTo(70);
        assertThat(passed.attempt().isPassed()).isTrue();
        assertThatThrownBy(() -> quiz.start(me, o.id(), Ids.next())).hasMessage("quiz-passed-already");
        assertThat(one("select score from training.enrolment where id = ?", place, Integer.class))
                .isEqualTo(70);

        assessed.end(o, clock);
        int version = offerings.get(training.office(), o.id()).version();
        assertThat(results.preview(training.office(), o.id()).withoutEvaluation())
                .isEqualTo(1);
        assertThatThrownBy(() -> results.close(training.office(), o.id(), version))
                .hasMessage("evaluation-missing");
        evaluations.evaluate(
                new Viewer(teacher, null, List.of(new Viewer.Grant(Role.INSTRUCTOR, null)), false),
                o.id(),
                Ids.next(),
                new EvaluationForm("", place.toString(), List.of(), "yes", ""));
        results.close(training.office(), o.id(), version);
        assertThat(sql.sql("select qualification from training.award where enrolment_id = ?")
                        .param(place)
                        .query(String.class)
                        .list())
                .containsExactly("report_writing");
        assertThat(members.notices(person)).containsOnlyOnce("feedback-asked");
        assertThat(quiz.get(me, o.id()).shut()).isEqualTo("quiz-closed");
        assertThat(quiz.sheet(me, passed.attempt().id()).marked()).hasSize(10);
    }

    @Test
    void a_worse_attempt_never_lowers_the_score() {
        Offering o = offering(5, 5, 3);
        Viewer me = seen(o);
        submit(me, o, 2);
        submit(me, o, 4);
        assertThat(one(
                        "select score from training.enrolment where person_id = ?",
                        me.signedIn().value(),
                        Integer.class))
                .isEqualTo(60);
        submit(me, o, 5);
        assertThatThrownBy(() -> quiz.start(me, o.id(), Ids.next())).hasMessage("attempts-used");
        assertThat(quiz.get(me, o.id()).left()).isZero();
    }

    @Test
    void a_reload_shows_the_same_questions_in_the_same_order_with_what_was_answered() {
        Offering o = offering(12, 6, 2);
        Viewer me = seen(o);
        Attempt a = quiz.start(me, o.id(), Ids.next());
        Sheet first = quiz.sheet(me, a.id());
        assertThat(quiz.sheet(me, a.id())).isEqualTo(first);
        assertThat(quiz.start(me, o.id(), Ids.next()).id()).as("it goes on").isEqualTo(a.id());
        quiz.save(me, a.id(), Map.of(2, List.of(3)));
        quiz.save(me, a.id(), Map.of(2, List.of(3), 4, List.of(1)));
        assertThat(quiz.sheet(me, a.id()).items().get(1).chosen()).containsExactly(3);
        assertThat(quiz.sheet(me, a.id()).answered()).isEqualTo(2);
        quiz.save(me, a.id(), Map.of(4, List.of()));
        assertThat(quiz.sheet(me, a.id()).answered()).isEqualTo(1);
        assertThatThrownBy(() -> quiz.submit(me, a.id(), false)).hasMessage("questions-open");
        for (Map<Integer, List<Integer>> nonsense : List.of(
                Map.of(7, List.of(1)), Map.of(0, List.of(1)), Map.of(1, List.of(9)), Map.of(1, List.of(1, 2)))) {
            assertThatThrownBy(() -> quiz.save(me, a.id(), nonsense)).hasMessage("invalid");
        }
        assertThat(quiz.submit(me, a.id(), true).attempt().isRunning()).isFalse();
        assertThatThrownBy(() -> quiz.save(me, a.id(), Map.of(1, List.of(1)))).hasMessage("attempt-over");
    }

    @Test
    void fifty_hands_at_once_begin_one_attempt_and_count_one() throws Exception {
        Offering o = offering(5, 5, 2);
        Viewer me = seen(o);
        List<UUID> begun = atOnce(50, () -> quiz.start(me, o.id(), Ids.next()).id());
        assertThat(begun.stream().distinct()).hasSize(1);
        UUID attempt = begun.getFirst();
        quiz.save(me, attempt, answers(quiz.sheet(me, attempt).items(), 2));
        List<Integer> scores =
                atOnce(50, () -> quiz.submit(me, attempt, false).attempt().score());
        assertThat(scores).hasSize(50).containsOnly(60);
        assertThat(quiz.get(me, o.id()).attempts()).hasSize(1);
        assertThat(quiz.get(me, o.id()).left()).isEqualTo(1);
        List<UUID> second = atOnce(20, () -> quiz.start(me, o.id(), Ids.next()).id());
        assertThat(second.stream().distinct()).hasSize(1).doesNotContain(attempt);
    }

    private static <T> List<T> atOnce(int hands, Callable<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(16)) {
            List<T> all = new java.util.ArrayList<>();
            for (var f : pool.invokeAll(
                    IntStream.range(0, hands).<Callable<T>>mapToObj(i -> work).toList())) {
                all.add(f.get());
            }
            return all;
        }
    }

    @Test
    void nothing_of_a_running_attempt_tells_what_is_right() {
        Offering o = offering(6, 6, 2);
        Given.Actor actor = members.member();
        assessed.book(o, actor.viewer());
        assessed.start(o, clock);
        assessed.see(o, actor.person(), clock);
        clock.reset();
        ApiClient api = api(actor);
        String quizAt = "/api/v1/assessment/offerings/" + o.id() + "/quiz";
        var begun = api.post(quizAt, Map.of("id", Ids.next().toString()));
        String attempt = begun.body().path("attempt").path("id").asString();
        String at = "/api/v1/assessment/attempts/" + attempt;
        List<String> seen = List.of(
                begun.body().toString(),
                api.get(at).body().toString(),
                api.get(quizAt).body().toString(),
                api.post(at + "/answers", Map.of("answers", List.of(Map.of("question", 1, "chosen", List.of(1)))))
                        .body()
                        .toString(),
                visitor(actor)
                        .in("en")
                        .open("/assessment/attempts/" + attempt + "?lang=en")
                        .page()
                        .outerHtml(),
                visitor(actor)
                        .in("ar")
                        .open("/assessment/attempts/" + attempt + "?lang=ar")
                        .page()
                        .outerHtml());
        assertThat(begun.body().path("questions").size()).isEqualTo(6);
        assertThat(seen)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("Secret why")
                        .doesNotContain("شرح سري")
                        .doesNotContain("\"right\"")
                        .doesNotContain("why"));
        assertThat(api.post(at + "/submit", Map.of()).status()).isEqualTo(409);
        var done = api.post(at + "/submit", Map.of("sure", true));
        assertThat(done.body().path("marked").size()).isEqualTo(6);
        assertThat(api.post(at + "/submit", Map.of()).body()).as("again").isEqualTo(done.body());
        assertThat(untold(done))
                .as("a blank attempt is no way to the right answers")
                .isGreaterThanOrEqualTo(5);
        var last = api.post(quizAt, Map.of("id", Ids.next().toString()));
        assertThat(untold(api.get(at))).as("while the last one runs").isEqualTo(untold(done));
        api.post(
                "/api/v1/assessment/attempts/"
                        + last.body().path("attempt").path("id").asString() + "/submit",
                Map.of("sure", true));
        assertThat(untold(api.get(at))).isZero();
    }

    /** How many questions of an attempt tell neither a right answer nor why. */
    private static long untold(ApiClient.Answer sheet) {
        long untold = 0;
        for (var question : sheet.body().path("marked")) {
            String all = question.toString();
            if (!all.contains("Secret why") && !all.contains("\"right\":true")) {
                untold++;
            }
        }
        return untold;
    }

    @Test
    void an_attempt_is_its_trainees_alone() {
        Offering o = offering(5, 5, 2);
        Viewer me = seen(o);
        Viewer neighbour = seen(o);
        Attempt a = quiz.start(me, o.id(), Ids.next());
        for (Viewer other : List.of(neighbour, training.office(), member(members.memberPerson()))) {
            assertThatThrownBy(() -> quiz.sheet(other, a.id())).hasMessage("not-found");
            assertThatThrownBy(() -> quiz.save(other, a.id(), Map.of(1, List.of(1))))
                    .hasMessage("not-found");
            assertThatThrownBy(() -> quiz.submit(other, a.id(), true)).hasMessage("not-found");
        }
        assertThatThrownBy(() -> quiz.start(neighbour, o.id(), a.id())).hasMessage("id-used");
        assertThatThrownBy(() -> quiz.sheet(Viewer.STRANGER, a.id())).hasMessage("sign-in-first");
        assertThatThrownBy(() -> quiz.get(member(members.memberPerson()), o.id()))
                .hasMessage("not-found");
    }

    @Test
    void closing_ends_what_runs_and_a_course_without_a_quiz_has_none() {
        Offering o = offering(5, 5, 2);
        Viewer me = seen(o);
        Attempt a = quiz.start(me, o.id(), Ids.next());
        assessed.end(o, clock);
        results.close(
                training.office(),
                o.id(),
                offerings.get(training.office(), o.id()).version());
        assertThatThrownBy(() -> quiz.save(me, a.id(), Map.of(1, List.of(1)))).hasMessage("quiz-closed");
        assertThatThrownBy(() -> quiz.submit(me, a.id(), true)).hasMessage("quiz-closed");
        assertThatThrownBy(() -> quiz.start(me, o.id(), Ids.next())).hasMessage("quiz-closed");
        clock.reset();
        Offering plain = assessed.open(training.published(TrainingGiven.plain(given.unit())), List.of());
        assertThatThrownBy(() -> quiz.get(seen(plain), plain.id())).hasMessage("not-found");
    }

    @Test
    void a_bank_that_became_too_small_opens_no_attempt_but_lets_a_running_one_end() {
        Offering o = offering(5, 5, 2);
        Viewer first = seen(o);
        Viewer second = seen(o);
        Attempt a = quiz.start(first, o.id(), Ids.next());
        Question q = questions
                .list(training.office(), o.course().code(), QuestionFilter.of("", "", "active", "", ""))
                .rows()
                .getFirst();
        questions.move(training.office(), q.id(), "retired");
        assertThatThrownBy(() -> quiz.start(second, o.id(), Ids.next())).hasMessage("quiz-not-ready");
        assertThat(quiz.submit(first, a.id(), true).attempt().score()).isZero();
    }

    @Test
    void an_attempt_keeps_what_it_was_asked_and_statistics_follow_the_question() {
        Offering o = offering(1, 1, 3);
        Viewer me = seen(o);
        Attempt a = quiz.start(me, o.id(), Ids.next());
        String before = quiz.sheet(me, a.id()).items().getFirst().text().en();
        Question q = questions
                .list(training.office(), o.course().code(), QuestionFilter.of("", "", "", "", ""))
                .rows()
                .getFirst();
        assertThat(q.answered()).as("a running attempt is not counted").isZero();
        QuestionForm wording = AssessmentGiven.single();
        Question after = questions.change(training.office(), q.id(), 1, wording);
        assertThat(after.version()).isEqualTo(2);
        assertThat(questions.change(training.office(), q.id(), 2, wording).version())
                .as("nothing new")
                .isEqualTo(2);
        assertThatThrownBy(() -> questions.change(training.office(), q.id(), 1, AssessmentGiven.single()))
                .isInstanceOf(Refusal.class)
                .hasMessage("changed-meanwhile");
        assertThat(quiz.sheet(me, a.id()).items().getFirst().text().en()).isEqualTo(before);
        quiz.submit(me, a.id(), true);
        Attempt b = quiz.start(me, o.id(), Ids.next());
        assertThat(quiz.sheet(me, b.id()).items().getFirst().text().en()).isEqualTo(wording.textEn());
        quiz.save(me, b.id(), answers(quiz.sheet(me, b.id()).items(), 0));
        quiz.submit(me, b.id(), false);
        assertThat(questions.get(training.office(), q.id()).answered()).isEqualTo(2);
        assertThat(questions.get(training.office(), q.id()).rightShare()).isEqualTo(50);
    }
}
