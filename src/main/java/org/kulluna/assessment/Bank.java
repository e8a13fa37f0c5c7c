package org.kulluna.assessment;

import org.kulluna.shared.LocalizedText;

/**
 * How a course is assessed and what there is for it.
 *
 * @param assessedBy none, quiz, practical or both
 * @param asked how many questions a quiz draws
 * @param criteria of the evaluator's checklist in use
 * @param feedback how many trainees answered the form so far
 */
public record Bank(
        String course,
        LocalizedText title,
        String unit,
        String assessedBy,
        int asked,
        int active,
        int drafts,
        int criteria,
        int feedback) {
    public boolean hasQuiz() {
        return assessedBy.equals("quiz") || assessedBy.equals("both");
    }

    public boolean hasPractical() {
        return assessedBy.equals("practical") || assessedBy.equals("both");
    }

    public boolean hasTooFew() {
        return hasQuiz() && active < asked;
    }
}
