package org.kulluna.assessment;

import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/**
 * A question of a course's bank as it is worded now.
 *
 * @param state draft, active or retired; only active ones are drawn
 * @param why shown after an attempt
 * @param version of the wording, from 1
 * @param answered how often it was asked in submitted attempts, in any wording
 * @param answeredRight how often of these the answer was right
 */
public record Question(
        UUID id,
        String course,
        String state,
        QuestionKind kind,
        LocalizedText text,
        LocalizedText why,
        List<Option> options,
        int version,
        int answered,
        int answeredRight) {
    public static final List<String> STATES = List.of("draft", "active", "retired");
    public static final int MOST_OPTIONS = 6;

    /** In percent, rounded down; -1 while nobody answered. */
    public int rightShare() {
        return answered == 0 ? -1 : answeredRight * 100 / answered;
    }

    /** Fewer than half found the answer though at least ten tried: the wording may be to blame. */
    public boolean isDoubtful() {
        return answered >= 10 && rightShare() < 50;
    }
}
