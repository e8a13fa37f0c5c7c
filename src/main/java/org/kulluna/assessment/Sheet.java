package org.kulluna.assessment;

import java.util.List;
import org.kulluna.training.Seat;

/** An attempt with its questions. Marks and explanations are there only once it is submitted. */
public record Sheet(Seat seat, Attempt attempt, List<Asked.Item> items, List<Asked.Marked> marked, int left) {
    static Sheet of(QuizView quiz, Attempt attempt, List<Asked> asked) {
        return new Sheet(
                quiz.seat(),
                attempt,
                attempt.isRunning() ? asked.stream().map(Asked::item).toList() : List.of(),
                attempt.isRunning()
                        ? List.of()
                        : asked.stream().map(Asked::marked).toList(),
                quiz.left());
    }

    public int answered() {
        return (int) items.stream().filter(Asked.Item::isAnswered).count();
    }
}
