package org.kulluna.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.kulluna.training.Course;
import org.kulluna.training.Courses;
import org.kulluna.training.Offering;
import org.kulluna.training.TrainingGiven;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages without scripts, in both languages. */
class AssessmentPagesTest extends HouseTest {
    @Autowired
    AssessmentGiven assessed;

    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Courses courses;

    private static void said(Visitor visitor) {
        assertThat(visitor.status()).as(visitor.path()).isEqualTo(200);
        assertThat(visitor.page().outerHtml()).as(visitor.path()).doesNotContain("⟦");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void from_an_empty_bank_to_a_passed_quiz_an_evaluation_and_an_answer(String language) {
        Course draft = courses.create(training.office(), quizOf(given.unit()));
        String bank = "/assessment/courses/" + draft.code();
        Visitor office = visitor(given.actor(Role.TRAINING_OFFICER)).in(language);
        said(office.open("/training/manage/" + draft.code() + "?lang=" + language));
        assertThat(office.page().select(".notice--warn")).isNotEmpty();
        office.submit("form[data-operation=moveCourse]", Map.of());
        assertThat(office.status()).isEqualTo(409);
        for (String kind : List.of("single", "several", "true_false")) {
            said(office.open(bank + "/new?kind=" + kind));
            said(office.submit("form[data-operation=createQuestion]", question(kind)));
            said(office.submit("form[data-operation=moveQuestion]", Map.of()));
        }
        said(office.open(bank));
        assertThat(office.page().select("tbody tr")).hasSize(3);
        said(office.open(office.page().select("tbody a").attr("href") + "/edit"));
        said(office.submit("form[data-operation=changeQuestion]", Map.of("textEn", "Worded anew?")));
        said(office.open(bank + "/criteria"));
        said(office.submit("form[data-operation=addCriterion]", Map.of("textAr", "بند", "textEn", "Criterion")));
        said(office.open("/training/manage/" + draft.code()));
        said(office.submit("form[data-operation=moveCourse]", Map.of()));

        Offering o = assessed.open(courses.get(training.office(), draft.code()), List.of());
        Given.Actor trainee = members.member();
        assessed.book(o, trainee.viewer());
        String quiz = "/assessment/offerings/" + o.id() + "/quiz";
        Visitor phone = visitor(trainee).in(language);
        said(phone.open(quiz + "?lang=" + language));
        assertThat(phone.page().select("form[data-operation=startQuiz]")).isEmpty();
        said(phone.open("/training/offerings/" + o.id()));
        assessed.start(o, clock);
        assessed.see(o, trainee.person(), clock);
        phone = visitor(trainee).in(language);
        said(phone.open("/training/mine?lang=" + language));
        assertThat(phone.page().select("a[href=" + quiz + "]")).isNotEmpty();
        said(phone.open(quiz));
        said(phone.submit("form[data-operation=startQuiz]", Map.of()));
        String attempt = phone.path();
        submit(phone, Map.of());
        assertThat(phone.status()).isEqualTo(409);
        Map<String, String> right = new HashMap<>();
        for (Element field : phone.page().select("fieldset")) {
            List<String> places = field.select("label").stream()
                    .filter(l -> l.text().matches(".*(yes|صواب|True).*"))
                    .map(l -> l.select("input").val())
                    .toList();
            right.put(field.id(), String.join("\n", places));
        }
        said(phone.submit("form[data-operation=saveAnswers]", right));
        assertThat(phone.page().select("fieldset input[checked]")).hasSize(4);
        submit(phone, right);
        said(phone);
        assertThat(phone.path()).isEqualTo(attempt);
        assertThat(phone.page().select(".notice--good")).isNotEmpty();
        said(phone.open(quiz));

        assessed.end(o, clock);
        office = visitor(given.actor(Role.TRAINING_OFFICER)).in(language);
        said(office.open("/training/desk/" + o.id() + "?lang=" + language));
        assertThat(office.page().select("a[href=/assessment/offerings/" + o.id() + "]"))
                .isNotEmpty();
        said(office.open("/assessment/offerings/" + o.id()));
        said(office.open("/assessment/offerings/" + o.id()
                + office.page().select(".queue__item a").attr("href").replaceFirst(".*\\?", "?")));
        office.submit("form[data-operation=evaluateTrainee]", Map.of("passed", "yes"));
        assertThat(office.status()).isEqualTo(422);
        String met = office.page().select("input[name=met]").val();
        said(office.submit("form[data-operation=evaluateTrainee]", Map.of("passed", "yes", "met", met)));
        said(office.open("/training/desk/" + o.id()));
        said(office.submit("form[data-operation=closeOffering]", Map.of()));
        phone = visitor(trainee).in(language);
        said(phone.open("/training/mine?lang=" + language));
        said(phone.open("/assessment/offerings/" + o.id() + "/feedback"));
        phone.submit("form[data-operation=giveFeedback]", Map.of("content", "9"));
        assertThat(phone.status()).isEqualTo(422);
        said(phone.submit(
                "form[data-operation=giveFeedback]",
                Map.of("content", "5", "instructor", "4", "place", "3", "recommend", "5", "words", "شكرًا")));
        said(phone.open("/inbox"));
        for (String path : List.of(
                "/assessment/courses",
                bank + "/feedback",
                "/assessment/offerings/" + o.id() + "/feedback/results",
                bank + "/feedback.csv")) {
            assertThat(office.open(path).status()).as(path).isEqualTo(200);
            assertThat(office.page().outerHtml()).as(path).doesNotContain("⟦").doesNotContain("شكرًا</p>");
        }
    }

    /** The second button of the form: the same fields to another address. */
    private static void submit(Visitor phone, Map<String, String> fields) {
        Element form = phone.page().selectFirst("form[data-operation=saveAnswers]");
        form.attr("action", form.attr("action").replace("/answers", "/submit"));
        phone.submit("form[data-operation=saveAnswers]", fields);
    }

    private static Course quizOf(String unit) {
        Course c = TrainingGiven.course(unit, List.of(), null, "both", 70);
        return new Course(
                c.code(), c.title(), c.text(), c.level(), unit, List.of(), null, null, 60, 80, "both", 70, 3, 2, 18,
                false, "draft", -1);
    }

    private static Map<String, String> question(String kind) {
        Map<String, String> fields = new HashMap<>(
                Map.of("textAr", "سؤال", "textEn", "Question " + kind, "whyAr", "لأن", "whyEn", "Because"));
        if (!kind.equals("true_false")) {
            fields.putAll(Map.of(
                    "ar1", "نعم yes", "en1", "yes", "ar2", "لا", "en2", "no", "ar3", "أيضًا yes", "en3", "also yes"));
        }
        fields.put("right", kind.equals("several") ? "1\n3" : "1");
        if (kind.equals("single")) {
            fields.put("ar3", "ربما");
            fields.put("en3", "perhaps");
        }
        return fields;
    }

    @Test
    void faults_of_a_question_stand_beside_it_and_keep_what_was_typed() {
        Course draft = courses.create(training.office(), quizOf(given.unit()));
        Visitor office = visitor(given.actor(Role.TRAINING_OFFICER)).in("en");
        office.open("/assessment/courses/" + draft.code() + "/new?kind=single&lang=en");
        Map<String, String> fields = question("single");
        fields.put("right", "");
        fields.put("whyEn", "");
        office.submit("form[data-operation=createQuestion]", fields);
        assertThat(office.status()).isEqualTo(422);
        assertThat(office.page().select("#textEn").text()).isEqualTo("Question single");
        assertThat(office.page().select("#en1").val()).isEqualTo("yes");
        assertThat(office.page().select("#whyEn-fault")).isNotEmpty();
        fields.put("whyEn", "Because");
        office.submit("form[data-operation=createQuestion]", fields);
        assertThat(office.status()).isEqualTo(422);
        assertThat(office.page().select("#options .field__fault")).isNotEmpty();
    }
}
