package org.kulluna.assessment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.kulluna.training.Course;
import org.kulluna.training.Marks;
import org.kulluna.training.Seat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The trainee's door to a quiz. Attempts of one place are made and ended one at a time, so two tabs, or fifty, end with one;
 * the right answers are read only to mark what was submitted.
 */
@Component
class Quiz {
    private static final SecureRandom SEEDS = new SecureRandom();
    private final AttemptRows rows;
    private final Marks marks;
    private final Audit audit;
    private final Clock clock;

    Quiz(AttemptRows rows, Marks marks, Audit audit, Clock clock) {
        this.rows = rows;
        this.marks = marks;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND without a place in an offering whose course has a quiz */
    @Transactional(readOnly = true)
    public QuizView get(Viewer viewer, UUID offering) {
        Seat seat = marks.getOwn(viewer, offering);
        Course course = seat.offering().course();
        if (!course.hasQuiz()) {
            throw Refusal.notFound();
        }
        int active = rows.cards(course.code()).size();
        return QuizView.of(seat, rows.listOf(seat.enrolment()), active);
    }

    /**
     * Begins an attempt; while one runs, it is that one.
     *
     * @param id made by the client
     * @throws Refusal NOT_FOUND; CONFLICT quiz-closed, quiz-not-seen, quiz-passed-already, attempts-used, quiz-not-ready,
     *     id-used
     */
    @Transactional
    public Attempt start(Viewer viewer, UUID offering, UUID id) {
        rows.lockPlace(get(viewer, offering).seat().enrolment());
        QuizView quiz = get(viewer, offering);
        var known = quiz.attempts().stream().filter(a -> a.id().equals(id)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (!quiz.shut().isEmpty()) {
            throw Refusal.conflict(quiz.shut());
        }
        return quiz.running().orElseGet(() -> begin(viewer, quiz, id));
    }

    private Attempt begin(Viewer viewer, QuizView quiz, UUID id) {
        Course course = quiz.seat().offering().course();
        List<Draw.Drawn> drawn = Draw.of(rows.cards(course.code()), course.quizQuestions(), SEEDS.nextLong());
        int number = quiz.attempts().size() + 1;
        Attempt made = new Attempt(
                id,
                quiz.seat().enrolment(),
                quiz.seat().offering().id(),
                number,
                clock.instant(),
                null,
                null,
                null,
                null);
        if (!rows.insert(made, drawn)) {
            throw Refusal.conflict("id-used");
        }
        audit.record(viewer, "assessment.start-quiz", "attempt", id);
        return made;
    }

    /** One's own attempt: its questions while it runs, its marks afterwards. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Sheet sheet(Viewer viewer, UUID attempt) {
        Attempt a = own(viewer, attempt);
        return Sheet.of(get(viewer, a.offering()), a, rows.asked(attempt));
    }

    /**
     * Keeps what was answered so far; questions not named stay as they are.
     *
     * @param answers by the question's place: the places of the options chosen, both from 1; none clears it
     * @throws Refusal NOT_FOUND; INVALID answers; CONFLICT quiz-closed, attempt-over
     */
    @Transactional
    public void save(Viewer viewer, UUID attempt, Map<Integer, List<Integer>> answers) {
        Attempt a = lock(viewer, attempt);
        if (!a.isRunning()) {
            throw Refusal.conflict("attempt-over");
        }
        Map<Integer, Asked> asked = new TreeMap<>();
        rows.asked(attempt).forEach(k -> asked.put(k.sort(), k));
        Map<Integer, List<Integer>> chosen = new TreeMap<>();
        answers.forEach((question, places) -> {
            Asked k = asked.get(question);
            List<Integer> options = k == null ? null : k.chosenAt(places);
            if (options == null) {
                throw Refusal.invalid("answers", "not-a-choice");
            }
            chosen.put(question, options);
        });
        rows.save(attempt, chosen, clock.instant());
    }

    /**
     * Ends and marks it; said again it gives the same answer.
     *
     * @param sure although questions are open
     * @throws Refusal NOT_FOUND; CONFLICT questions-open, quiz-closed
     */
    @Transactional
    public Sheet submit(Viewer viewer, UUID attempt, boolean sure) {
        Attempt a = lock(viewer, attempt);
        if (a.isRunning()) {
            List<Asked> asked = rows.asked(attempt);
            long open = asked.stream().filter(k -> k.chosen().isEmpty()).count();
            if (open > 0 && !sure) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "questions-open", Map.of("count", open));
            }
            mark(viewer, a, asked);
        }
        return sheet(viewer, attempt);
    }

    private void mark(Viewer viewer, Attempt a, List<Asked> asked) {
        Instant now = clock.instant();
        Course course = marks.getOwn(viewer, a.offering()).offering().course();
        int percent = Score.percent((int) asked.stream().filter(Asked::isRight).count(), asked.size());
        Integer mark = course.passMark();
        rows.submit(a.id(), asked, percent, mark == null ? 100 : mark, now);
        marks.score(viewer, a.offering(), percent);
        audit.record(viewer, "assessment.submit-quiz", "attempt", a.id());
    }

    private Attempt own(Viewer viewer, UUID attempt) {
        viewer.must(org.kulluna.shared.Right.VOLUNTEER);
        Attempt a = rows.find(attempt).orElseThrow(Refusal::notFound);
        if (!marks.getOwn(viewer, a.offering()).enrolment().equals(a.enrolment())) {
            throw Refusal.notFound();
        }
        return a;
    }

    /** The attempt as it stands under the lock. A running one of a settled offering is over. */
    private Attempt lock(Viewer viewer, UUID attempt) {
        rows.lockPlace(own(viewer, attempt).enrolment());
        Attempt a = rows.find(attempt).orElseThrow();
        if (a.isRunning() && !marks.getOwn(viewer, a.offering()).counts()) {
            throw Refusal.conflict("quiz-closed");
        }
        return a;
    }
}
