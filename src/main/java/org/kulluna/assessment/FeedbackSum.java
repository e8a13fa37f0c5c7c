package org.kulluna.assessment;

import java.util.List;

/**
 * The answers to one question of the form.
 *
 * @param counts how many said 1, 2, 3, 4 and 5
 */
public record FeedbackSum(String question, List<Integer> counts) {
    public static final List<String> QUESTIONS = List.of("content", "instructor", "place", "recommend");

    public int answers() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** In tenths, rounded half up; 0 without an answer. */
    public int tenths() {
        int sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += counts.get(i) * (i + 1);
        }
        return answers() == 0 ? 0 : (sum * 20 + answers()) / (2 * answers());
    }
}
