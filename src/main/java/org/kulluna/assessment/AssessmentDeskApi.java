package org.kulluna.assessment;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Question banks, evaluations and feedback for the training office's programs. */
@RestController
@RequestMapping("/api/v1/assessment")
class AssessmentDeskApi {
    /** A page of a bank; {@code next} goes on after it, null at the end. */
    record QuestionsJson(List<Question> questions, @Nullable String next) {}

    /** The trainees of an offering and what they are evaluated by. */
    record RoundJson(UUID offering, List<Criterion> criteria, List<Evaluee> trainees) {}

    /** @param offerings newest first */
    record CourseFeedbackJson(FeedbackResults all, List<FeedbackLine> offerings) {}

    private final Questions questions;
    private final Evaluations evaluations;
    private final Feedback feedback;
    private final Forms forms;

    AssessmentDeskApi(Questions questions, Evaluations evaluations, Feedback feedback, Forms forms) {
        this.questions = questions;
        this.evaluations = evaluations;
        this.feedback = feedback;
        this.forms = forms;
    }

    @GetMapping("/courses")
    @Operation(operationId = "listBanks", summary = "How the courses you run are assessed and what there is for it.")
    List<Bank> listBanks(Viewer viewer) {
        return questions.listBanks(viewer);
    }

    @GetMapping("/courses/{code}/questions")
    @Operation(
            operationId = "listQuestions",
            summary =
                    "The bank of a course, newest first or order=hardest; each with how often it was answered rightly.")
    QuestionsJson listQuestions(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String after) {
        var page = questions.list(viewer, code, QuestionFilter.of(q, kind, state, order, after));
        return new QuestionsJson(page.rows(), page.next());
    }

    @PostMapping("/courses/{code}/questions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createQuestion",
            summary = "Add a question, a draft at first; the same id again makes no second one.")
    Question createQuestion(Viewer viewer, @PathVariable String code, @RequestBody QuestionForm form) {
        questions.course(viewer, code);
        forms.check(form);
        return questions.create(viewer, code, Typed.id(form.id()), form);
    }

    @GetMapping("/questions/{id}")
    @Operation(operationId = "getQuestion", summary = "One question as it is worded now.")
    Question getQuestion(Viewer viewer, @PathVariable String id) {
        return questions.get(viewer, Ids.parse(id));
    }

    @PutMapping("/questions/{id}")
    @Operation(
            operationId = "changeQuestion",
            summary = "Word a question anew; attempts keep what they were asked. 409 changed-meanwhile.")
    Question changeQuestion(Viewer viewer, @PathVariable String id, @RequestBody QuestionForm form) {
        Question q = questions.get(viewer, Ids.parse(id));
        forms.check(form);
        return questions.change(viewer, q.id(), Typed.number(form.version(), -1), form);
    }

    @PostMapping("/questions/{id}/state")
    @Operation(operationId = "moveQuestion", summary = "Make a question draft, active or retired.")
    Question moveQuestion(Viewer viewer, @PathVariable String id, @RequestBody QuestionPages.QuestionStateForm form) {
        return questions.move(viewer, Ids.parse(id), Typed.text(form.state()));
    }

    @GetMapping("/courses/{code}/criteria")
    @Operation(operationId = "listCriteria", summary = "What evaluators of a course look at, in order.")
    List<Criterion> listCriteria(Viewer viewer, @PathVariable String code) {
        return evaluations.criteria(viewer, code);
    }

    @PostMapping("/courses/{code}/criteria")
    @Operation(operationId = "addCriterion", summary = "Add a criterion; the same id again makes no second one.")
    List<Criterion> addCriterion(Viewer viewer, @PathVariable String code, @RequestBody CriterionForm form) {
        evaluations.criteria(viewer, code);
        forms.check(form);
        return evaluations.addCriterion(viewer, code, Typed.id(form.id()), form);
    }

    @PostMapping("/courses/{code}/criteria/retire")
    @Operation(
            operationId = "retireCriterion",
            summary = "Take a criterion out of use; what was evaluated by it stays.")
    List<Criterion> retireCriterion(
            Viewer viewer, @PathVariable String code, @RequestBody EvaluationPages.RetireForm form) {
        evaluations.criteria(viewer, code);
        return evaluations.retireCriterion(viewer, code, Typed.uuid("id", form.id()));
    }

    @GetMapping("/offerings/{id}/trainees")
    @Operation(
            operationId = "listEvaluees",
            summary = "Trainees of an offering you teach or run, with their quiz and their evaluation so far.")
    RoundJson listEvaluees(Viewer viewer, @PathVariable String id) {
        Evaluations.Round r = evaluations.round(viewer, Ids.parse(id));
        return new RoundJson(r.offering().id(), r.criteria(), r.trainees());
    }

    @GetMapping("/offerings/{id}/trainees/{enrolment}")
    @Operation(operationId = "listEvaluations", summary = "What was said of one trainee; the first one stands.")
    List<Evaluation> listEvaluations(Viewer viewer, @PathVariable String id, @PathVariable String enrolment) {
        return evaluations.list(viewer, Ids.parse(id), Ids.parse(enrolment));
    }

    @PostMapping("/offerings/{id}/evaluate")
    @Operation(
            operationId = "evaluateTrainee",
            summary = "Say whether a trainee passed; a later word takes its place. 409 own-evaluation,"
                    + " evaluation-closed, id-used.")
    List<Evaluation> evaluateTrainee(Viewer viewer, @PathVariable String id, @RequestBody EvaluationForm form) {
        UUID offering = Ids.parse(id);
        evaluations.round(viewer, offering);
        evaluations.evaluate(viewer, offering, Typed.id(form.id()), form);
        return evaluations.list(viewer, offering, Typed.uuid("enrolment", form.enrolment()));
    }

    @GetMapping("/courses/{code}/feedback")
    @Operation(
            operationId = "getCourseFeedback",
            summary = "What trainees said of a course; offerings with fewer than five answers give their number only.")
    CourseFeedbackJson getCourseFeedback(Viewer viewer, @PathVariable String code) {
        Feedback.OfCourse told = feedback.ofCourse(viewer, code);
        return new CourseFeedbackJson(told.all(), told.offerings());
    }

    @GetMapping("/offerings/{id}/feedback/results")
    @Operation(
            operationId = "getOfferingFeedback",
            summary =
                    "What trainees said of an offering, without names; with fewer than five answers their number only.")
    FeedbackResults getOfferingFeedback(Viewer viewer, @PathVariable String id) {
        return feedback.ofOffering(viewer, Ids.parse(id)).results();
    }
}
