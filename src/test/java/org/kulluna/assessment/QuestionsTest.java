package org.kulluna.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.assessment.AssessmentGiven.form;
import static org.kulluna.assessment.AssessmentGiven.option;
import static org.kulluna.assessment.AssessmentGiven.single;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.kulluna.training.Course;
import org.kulluna.training.Courses;
import org.kulluna.training.TrainingGiven;
import org.springframework.beans.factory.annotation.Autowired;

class QuestionsTest extends HouseTest {
    @Autowired
    AssessmentGiven assessed;

    @Autowired
    TrainingGiven training;

    @Autowired
    Questions questions;

    @Autowired
    Courses courses;

    private Course draft(String unit) {
        return courses.create(training.office(), TrainingGiven.course(unit, List.of(), null, "quiz", 70));
    }

    private List<Question> list(Course c, String q, String kind, String state, String order) {
        return questions
                .list(training.office(), c.code(), QuestionFilter.of(q, kind, state, order, ""))
                .rows();
    }

    @Test
    void a_course_with_a_quiz_is_published_only_with_enough_active_questions() {
        Course c = draft(given.unit());
        for (int i = 0; i < 9; i++) {
            assessed.active(c.code(), single());
        }
        Question last = questions.create(training.office(), c.code(), Ids.next(), single());
        assertThatThrownBy(() -> courses.move(training.office(), c.code(), c.version(), "published"))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.key()).isEqualTo("too-few-questions");
                    assertThat(r.args()).containsEntry("active", 9).containsEntry("needed", 10);
                });
        questions.move(training.office(), last.id(), "active");
        assertThat(courses.move(training.office(), c.code(), c.version(), "published")
                        .isPublished())
                .isTrue();
    }

    @Test
    void the_same_id_makes_one_question_and_another_courses_id_is_used() {
        Course c = draft(given.unit());
        UUID id = Ids.next();
        Question made = questions.create(training.office(), c.code(), id, single());
        assertThat(questions.create(training.office(), c.code(), id, single()).text())
                .isEqualTo(made.text());
        assertThat(list(c, "", "", "", "")).hasSize(1);
        Course other = draft(given.unit());
        assertThatThrownBy(() -> questions.create(training.office(), other.code(), id, single()))
                .hasMessage("id-used");
    }

    @Test
    void true_or_false_takes_its_words_from_the_house() {
        Course c = draft(given.unit());
        Question q = questions.create(
                training.office(), c.code(), Ids.next(), form("true_false", option("", false), option("", true)));
        assertThat(q.options()).extracting(o -> o.text().en()).containsExactly("True", "False");
        assertThat(q.options()).extracting(Option::right).containsExactly(false, true);
        assertThatThrownBy(() -> questions.create(training.office(), c.code(), Ids.next(), form("essay")))
                .hasMessage("invalid");
    }

    @Test
    void the_bank_is_searched_filtered_and_paged_without_losing_or_repeating_any() {
        Course c = draft(given.unit());
        for (int i = 0; i < Questions.PAGE + 8; i++) {
            Question q = questions.create(training.office(), c.code(), Ids.next(), single());
            if (i % 3 == 0) {
                questions.move(training.office(), q.id(), "active");
            }
        }
        for (String order : List.of("newest", "hardest")) {
            List<UUID> all = new ArrayList<>();
            String after = "";
            do {
                Page<Question> page =
                        questions.list(training.office(), c.code(), QuestionFilter.of("", "", "", order, after));
                page.rows().forEach(q -> all.add(q.id()));
                after = page.next() == null ? "" : page.next();
            } while (!after.isEmpty());
            assertThat(all).hasSize(Questions.PAGE + 8).doesNotHaveDuplicates();
        }
        Question some = list(c, "", "", "active", "").getFirst();
        assertThat(list(c, some.text().en(), "", "", ""))
                .extracting(Question::id)
                .contains(some.id());
        assertThat(list(c, "nobody asked this", "", "", "")).isEmpty();
        assertThat(list(c, "", "several", "", "")).isEmpty();
        assertThat(list(c, "", "nonsense", "nonsense", "nonsense")).isEmpty();
        assertThat(list(c, "", "single", "active", "")).hasSize(11);
    }

    @Test
    void another_units_office_instructors_and_members_find_no_bank() {
        Course c = draft(given.unit());
        Question q = questions.create(training.office(), c.code(), Ids.next(), single());
        for (Role role : List.of(Role.TRAINING_OFFICER, Role.INSTRUCTOR, Role.MEMBER, Role.UNIT_COORDINATOR)) {
            Viewer other = new Viewer(given.person(), null, List.of(new Viewer.Grant(role, given.unit())), false);
            assertThatThrownBy(() -> questions.get(other, q.id())).hasMessage("not-found");
            assertThatThrownBy(() -> questions.list(other, c.code(), QuestionFilter.of("", "", "", "", "")))
                    .hasMessage("not-found");
            assertThatThrownBy(() -> questions.create(other, c.code(), Ids.next(), single()))
                    .hasMessage("not-found");
            assertThatThrownBy(() -> questions.change(other, q.id(), 1, single()))
                    .hasMessage("not-found");
            assertThatThrownBy(() -> questions.move(other, q.id(), "active")).hasMessage("not-found");
        }
        assertThatThrownBy(() -> questions.get(Viewer.STRANGER, q.id())).hasMessage("sign-in-first");
        assertThatThrownBy(() -> questions.move(training.office(), q.id(), "lost"))
                .hasMessage("invalid");
    }

    @Test
    void the_api_keeps_a_bank_as_the_pages_do() {
        Course c = draft(given.unit());
        var api = api(given.actor(Role.TRAINING_OFFICER));
        String at = "/api/v1/assessment/courses/" + c.code() + "/questions";
        var made = api.post(at, single());
        assertThat(made.status()).isEqualTo(201);
        String id = made.body().path("id").asString();
        assertThat(api.post(at, Map.of()).status()).isEqualTo(422);
        assertThat(api.post("/api/v1/assessment/questions/" + id + "/state", Map.of("state", "active"))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("active");
        assertThat(api.put("/api/v1/assessment/questions/" + id, single())
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.get(at).body().path("questions").size()).isEqualTo(1);
        assertThat(api.get("/api/v1/assessment/courses").body().toString()).contains(c.code());
    }
}
