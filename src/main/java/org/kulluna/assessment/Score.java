package org.kulluna.assessment;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a quiz is marked: a question is right when exactly its right options were chosen, with nothing for a part of them; the
 * score is the share of right questions in whole percent, rounded down, so that nobody passes by rounding.
 */
final class Score {
    private Score() {}

    /** @param chosen numbers of options as they are worded, from 0 */
    static boolean isRight(List<Option> options, Collection<Integer> chosen) {
        Set<Integer> right = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).right()) {
                right.add(i);
            }
        }
        return right.equals(new HashSet<>(chosen));
    }

    static int percent(int right, int asked) {
        return asked == 0 ? 0 : right * 100 / asked;
    }

    static boolean passes(int percent, int mark) {
        return percent >= mark;
    }
}
