package org.kulluna.assessment;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Quizzes and the form after the course for members' programs. */
@RestController
@RequestMapping("/api/v1/assessment")
class QuizApi {
    /** @param score in percent, rounded down; null while it runs, as are passMark and passed */
    record AttemptJson(
            UUID id,
            int number,
            Instant startedAt,
            @Nullable Instant submittedAt,
            @Nullable Integer score,
            @Nullable Integer passMark,
            @Nullable Boolean passed) {
        static AttemptJson of(Attempt a) {
            return new AttemptJson(
                    a.id(),
                    a.number(),
                    a.startedAt(),
                    a.submittedAt(),
                    a.score(),
                    a.passMark(),
                    a.isRunning() ? null : a.isPassed());
        }
    }

    /** @param shut why no attempt may begin or go on, a refusal's key; empty when one may */
    record QuizJson(
            UUID offering,
            int questions,
            @Nullable Integer passMark,
            int attemptsLeft,
            String shut,
            List<AttemptJson> attempts) {}

    /** @param questions while it runs; {@code marked}, with explanations, only afterwards */
    record SheetJson(AttemptJson attempt, List<Asked.Item> questions, List<Asked.Marked> marked, int attemptsLeft) {
        static SheetJson of(Sheet s) {
            return new SheetJson(AttemptJson.of(s.attempt()), s.items(), s.marked(), s.left());
        }
    }

    /** @param question from 1; {@code chosen} are the places of options as shown, from 1 */
    record AnswerJson(@Nullable Integer question, @Nullable List<@Nullable Integer> chosen) {}

    record AnswersJson(@Nullable List<@Nullable AnswerJson> answers) {
        Map<Integer, List<Integer>> byQuestion() {
            Map<Integer, List<Integer>> all = new TreeMap<>();
            for (AnswerJson a : answers == null ? List.<AnswerJson>of() : answers) {
                Integer question = a == null ? null : a.question();
                if (a == null || question == null) {
                    throw Refusal.invalid("answers", "not-a-choice");
                }
                List<@Nullable Integer> chosen = a.chosen() == null ? List.of() : a.chosen();
                all.put(question, chosen.stream().map(c -> c == null ? -1 : c).toList());
            }
            return all;
        }
    }

    /** @param sure although questions are open */
    record SubmitJson(@Nullable Boolean sure) {}

    /** @param given what was said, null before */
    record FeedbackJson(UUID offering, @Nullable FeedbackForm given, String shut) {}

    private final Quiz quiz;
    private final Feedback feedback;
    private final Forms forms;

    QuizApi(Quiz quiz, Feedback feedback, Forms forms) {
        this.quiz = quiz;
        this.feedback = feedback;
        this.forms = forms;
    }

    @GetMapping("/offerings/{id}/quiz")
    @Operation(operationId = "getQuiz", summary = "The quiz of an offering you have a place in, and your attempts.")
    QuizJson getQuiz(Viewer viewer, @PathVariable String id) {
        QuizView q = quiz.get(viewer, Ids.parse(id));
        var course = q.seat().offering().course();
        List<AttemptJson> attempts = q.attempts().stream().map(AttemptJson::of).toList();
        return new QuizJson(
                q.seat().offering().id(), course.quizQuestions(), course.passMark(), q.left(), q.shut(), attempts);
    }

    @PostMapping("/offerings/{id}/quiz")
    @Operation(
            operationId = "startQuiz",
            summary = "Begin an attempt, or go on with the running one; id is made by the client. 409 quiz-not-seen,"
                    + " quiz-closed, quiz-passed-already, attempts-used, quiz-not-ready, id-used.")
    SheetJson startQuiz(Viewer viewer, @PathVariable String id, @RequestBody QuizPages.StartForm form) {
        Attempt a = quiz.start(viewer, Ids.parse(id), Typed.id(form.id()));
        return SheetJson.of(quiz.sheet(viewer, a.id()));
    }

    @GetMapping("/attempts/{id}")
    @Operation(
            operationId = "getAttempt",
            summary = "Your attempt: its questions while it runs, its marks and explanations once submitted.")
    SheetJson getAttempt(Viewer viewer, @PathVariable String id) {
        return SheetJson.of(quiz.sheet(viewer, Ids.parse(id)));
    }

    @PostMapping("/attempts/{id}/answers")
    @Operation(
            operationId = "saveAnswers",
            summary = "Keep answers as you go; questions not named stay as they are. 422 answers, 409 attempt-over.")
    SheetJson saveAnswers(Viewer viewer, @PathVariable String id, @RequestBody AnswersJson form) {
        UUID attempt = Ids.parse(id);
        quiz.sheet(viewer, attempt);
        quiz.save(viewer, attempt, form.byQuestion());
        return SheetJson.of(quiz.sheet(viewer, attempt));
    }

    @PostMapping("/attempts/{id}/submit")
    @Operation(
            operationId = "submitQuiz",
            summary = "End the attempt and have it marked; said again it gives the same answer. 409 questions-open.")
    SheetJson submitQuiz(Viewer viewer, @PathVariable String id, @RequestBody SubmitJson form) {
        return SheetJson.of(quiz.submit(viewer, Ids.parse(id), Boolean.TRUE.equals(form.sure())));
    }

    @GetMapping("/offerings/{id}/feedback")
    @Operation(operationId = "getFeedback", summary = "What you said of a course you attended, and whether you may.")
    FeedbackJson getFeedback(Viewer viewer, @PathVariable String id) {
        Feedback.View v = feedback.get(viewer, Ids.parse(id));
        return new FeedbackJson(v.seat().offering().id(), v.given(), v.shut());
    }

    @PostMapping("/offerings/{id}/feedback")
    @Operation(
            operationId = "giveFeedback",
            summary = "Say how a course was, each from 1 to 5; for fourteen days it may be said anew."
                    + " 409 feedback-too-early, feedback-not-there, feedback-stands.")
    FeedbackJson giveFeedback(Viewer viewer, @PathVariable String id, @RequestBody FeedbackForm form) {
        feedback.get(viewer, Ids.parse(id));
        forms.check(form);
        feedback.give(viewer, Ids.parse(id), form);
        return getFeedback(viewer, id);
    }
}
