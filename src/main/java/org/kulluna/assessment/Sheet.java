package org.kulluna.assessment;

import java.util.List;
import org.kulluna.training.Seat;

/**
 * An attempt with its questions. Marks are there only once it is submitted; the right answers and explanations of what was
 * answered wrongly only once no further attempt can count, or a blank attempt would be the way to all of them.
 */
public record Sheet(
        Seat seat, Attempt attempt, List<Asked.Item> items, List<Asked.Marked> marked, int left, boolean veiled) {
    static Sheet of(QuizView quiz, Attempt attempt, List<Asked> asked) {
        return new Sheet(
                quiz.seat(),
                attempt,
                attempt.isRunning() ? asked.stream().map(Asked::item).toList() : List.of(),
                attempt.isRunning()
                        ? List.of()
                        : asked.stream()
                                .map(a -> quiz.goesOn() && !a.isRight() ? a.veiled() : a.marked())
                                .toList(),
                quiz.left(),
                !attempt.isRunning() && quiz.goesOn());
    }

    public int answered() {
        return (int) items.stream().filter(Asked.Item::isAnswered).count();
    }
}
