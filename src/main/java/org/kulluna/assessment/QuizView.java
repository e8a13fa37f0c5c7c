package org.kulluna.assessment;

import java.util.List;
import java.util.Optional;
import org.kulluna.training.Course;
import org.kulluna.training.Seat;

/**
 * A quiz as one trainee finds it.
 *
 * @param attempts in the order they were made
 * @param shut a key under {@code refusal.}: why no attempt may begin or go on now; empty when one may
 */
public record QuizView(Seat seat, List<Attempt> attempts, String shut) {
    /**
     * Open once the trainee was seen at a session, until the offering is settled, it is passed or no attempt is left.
     *
     * @param active how many questions the bank has
     */
    static QuizView of(Seat seat, List<Attempt> attempts, int active) {
        Course course = seat.offering().course();
        boolean running = attempts.stream().anyMatch(Attempt::isRunning);
        String shut = !seat.counts()
                ? "quiz-closed"
                : !seat.seen()
                        ? "quiz-not-seen"
                        : attempts.stream().anyMatch(Attempt::isPassed)
                                ? "quiz-passed-already"
                                : running
                                        ? ""
                                        : attempts.size() >= course.quizAttempts()
                                                ? "attempts-used"
                                                : active < course.quizQuestions() ? "quiz-not-ready" : "";
        return new QuizView(seat, attempts, shut);
    }

    public Optional<Attempt> running() {
        return attempts.stream().filter(Attempt::isRunning).findFirst();
    }

    /** Whether another attempt may still count: until then the right answers stay in the house. */
    boolean goesOn() {
        return seat.counts()
                && attempts.stream().noneMatch(Attempt::isPassed)
                && (left() > 0 || attempts.stream().anyMatch(Attempt::isRunning));
    }

    public int left() {
        return Math.max(0, seat.offering().course().quizAttempts() - attempts.size());
    }
}
