package org.kulluna.assessment;

import java.util.List;

/**
 * What trainees said of an offering, or of a course over its offerings. Of few answers nothing but their number is told, so
 * that nobody is found behind them.
 *
 * @param asked how many could answer
 * @param answered how many did
 * @param sums one for each question; empty when there are too few answers
 * @param words without names, longest first, so that no order tells who wrote them; empty when there are too few answers
 */
public record FeedbackResults(int asked, int answered, List<FeedbackSum> sums, List<String> words) {
    /** Fewer answers than this are not told. */
    public static final int FEWEST = 5;

    static FeedbackResults of(int asked, int answered, List<FeedbackSum> sums, List<String> words) {
        boolean few = answered < FEWEST;
        return new FeedbackResults(asked, answered, few ? List.of() : sums, few ? List.of() : words);
    }

    public boolean isHidden() {
        return answered < FEWEST;
    }

    /** In percent of those asked, rounded down. */
    public int share() {
        return asked == 0 ? 0 : Math.min(100, answered * 100 / asked);
    }
}
