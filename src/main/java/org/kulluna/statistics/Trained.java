package org.kulluna.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What courses came to, all together or in a group; of the onboarding path, what its workshops came to.
 *
 * @param courses offerings to which somebody came; of the onboarding path, workshops to which somebody came
 * @param trainees enrolments that met the attendance threshold; one person in two courses counts twice
 * @param people distinct persons among the trainees
 * @param came enrolments with at least one minute of attendance
 * @param passed enrolments that met the threshold and, where the course has an assessment, passed it
 */
public record Trained(long courses, long trainees, long people, long came, long passed) {
    public static final Trained NONE = new Trained(0, 0, 0, 0, 0);

    /** Nothing to tell: which is not the same as nought. */
    public boolean isNone() {
        return courses == 0 && came == 0;
    }

    /**
     * Of those who came, how many in a hundred passed: rounded half up, but 100 only when all did and 0 only when nobody
     * did. Null when nobody came.
     */
    public @Nullable Integer passRate() {
        if (came == 0) {
            return null;
        }
        int rounded = (int) ((passed * 200 + came) / (2 * came));
        if (passed == came || passed == 0) {
            return rounded;
        }
        return Math.clamp(rounded, 1, 99);
    }

    Trained withCourses(long held) {
        return new Trained(held, trainees, people, came, passed);
    }
}
