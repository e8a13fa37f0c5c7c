package org.kulluna.training;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Typed;

/**
 * A course as typed, on the page and in the API.
 *
 * @param code never changes: addresses and files carry it
 * @param version of what is changed, as it was read; not needed for a new one
 * @param level foundational, specialised or onboarding
 * @param prerequisites codes of qualifications
 * @param qualification what passing gives; empty: nothing
 * @param validityMonths empty: without end
 * @param assessedBy none, quiz, practical or both
 * @param passMark in percent, needed with a quiz
 */
public record CourseForm(
        @NotBlank(message = "required")
        @Pattern(regexp = "[a-z0-9_]{1,60}|\\s*", message = "not-a-course-code")
        @Nullable
        String code,

        @Nullable String version,

        @NotBlank(message = "required") @Size(max = 200, message = "too-long") @Nullable
        String titleAr,

        @NotBlank(message = "required") @Size(max = 200, message = "too-long") @Nullable
        String titleEn,

        @Size(max = 4000, message = "too-long") @Nullable String textAr,
        @Size(max = 4000, message = "too-long") @Nullable String textEn,
        @NotBlank(message = "required") @Nullable String level,
        @NotBlank(message = "required") @Nullable String unit,
        @Nullable List<String> prerequisites,
        @Nullable String qualification,
        @Nullable String validityMonths,
        @Nullable String recertifyDays,
        @NotBlank(message = "required") @Nullable String attendancePercent,
        @NotBlank(message = "required") @Nullable String assessedBy,
        @Nullable String passMark,
        @Nullable String quizQuestions,
        @Nullable String quizAttempts,
        @Nullable String minimumAge,
        @Nullable String studentsWelcome) {

    static CourseForm empty(String unit) {
        return new CourseForm(
                "", null, "", "", "", "", "", unit, List.of(), "", "", "60", "80", "none", "", "10", "3", "18", "");
    }

    static CourseForm of(Course c) {
        return new CourseForm(
                c.code(),
                String.valueOf(c.version()),
                c.title().ar(),
                c.title().en(),
                c.text().ar(),
                c.text().en(),
                c.level(),
                c.unit(),
                c.prerequisites(),
                c.qualification(),
                c.validityMonths() == null ? "" : c.validityMonths().toString(),
                String.valueOf(c.recertifyDays()),
                String.valueOf(c.attendancePercent()),
                c.assessedBy(),
                c.passMark() == null ? "" : c.passMark().toString(),
                String.valueOf(c.quizQuestions()),
                String.valueOf(c.quizAttempts()),
                String.valueOf(c.minimumAge()),
                c.studentsWelcome() ? "on" : "");
    }

    /** Numbers nobody can read become ones that {@link Courses} refuses beside their field. */
    Course wanted() {
        return new Course(
                Typed.text(code),
                new LocalizedText(Typed.text(titleAr), Typed.text(titleEn)),
                new LocalizedText(Typed.text(textAr), Typed.text(textEn)),
                Typed.text(level),
                Typed.text(unit),
                prerequisites == null
                        ? List.of()
                        : prerequisites.stream()
                                .map(Typed::text)
                                .filter(p -> !p.isEmpty())
                                .distinct()
                                .toList(),
                Typed.text(qualification).isEmpty() ? null : Typed.text(qualification),
                optional(validityMonths),
                Typed.number(recertifyDays, Typed.text(recertifyDays).isEmpty() ? 60 : -1),
                Typed.number(attendancePercent, -1),
                Typed.text(assessedBy),
                optional(passMark),
                Typed.number(quizQuestions, Typed.text(quizQuestions).isEmpty() ? 10 : -1),
                Typed.number(quizAttempts, Typed.text(quizAttempts).isEmpty() ? 3 : -1),
                Typed.number(minimumAge, Typed.text(minimumAge).isEmpty() ? 18 : -1),
                Typed.yes(studentsWelcome),
                "draft",
                Typed.number(version, -1));
    }

    private static @Nullable Integer optional(@Nullable String typed) {
        return Typed.text(typed).isEmpty() ? null : Integer.valueOf(Typed.number(typed, -1));
    }
}
