package org.kulluna.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * What is taught, whenever it is held.
 *
 * @param level foundational, specialised or onboarding; onboarding stands outside the courses of a statement
 * @param prerequisites codes of qualifications that must hold from the first to the last session
 * @param qualification what passing gives, null when it gives none
 * @param validityMonths how long the award holds, null without end
 * @param recertifyDays so long before an award ends may its holder take the course anew
 * @param attendancePercent of the planned minutes, at least 1: nobody who was never there has attended
 * @param assessedBy none, quiz, practical or both
 * @param passMark in percent of the quiz, null without a quiz
 * @param state draft, published or retired
 */
public record Course(
        String code,
        LocalizedText title,
        LocalizedText text,
        String level,
        String unit,
        List<String> prerequisites,
        @Nullable String qualification,
        @Nullable Integer validityMonths,
        int recertifyDays,
        int attendancePercent,
        String assessedBy,
        @Nullable Integer passMark,
        int quizQuestions,
        int quizAttempts,
        int minimumAge,
        boolean studentsWelcome,
        String state,
        int version) {
    public static final List<String> LEVELS = List.of("foundational", "specialised", "onboarding");
    public static final List<String> ASSESSED_BY = List.of("none", "quiz", "practical", "both");

    public boolean isPublished() {
        return state.equals("published");
    }

    public boolean hasQuiz() {
        return assessedBy.equals("quiz") || assessedBy.equals("both");
    }

    public boolean hasPractical() {
        return assessedBy.equals("practical") || assessedBy.equals("both");
    }

    /** Whether so many of the planned minutes are enough. */
    public boolean isAttendedBy(long minutes, long planned) {
        return minutes > 0 && minutes * 100 >= planned * attendancePercent;
    }
}
