package org.kulluna.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Typed;

/** What a trainee says of a course: each from 1 to 5, and words if they like. */
public record FeedbackForm(
        @NotBlank(message = "required") @Pattern(regexp = "[1-5]|\\s*", message = "one-to-five") @Nullable
        String content,

        @NotBlank(message = "required") @Pattern(regexp = "[1-5]|\\s*", message = "one-to-five") @Nullable
        String instructor,

        @NotBlank(message = "required") @Pattern(regexp = "[1-5]|\\s*", message = "one-to-five") @Nullable
        String place,

        @NotBlank(message = "required") @Pattern(regexp = "[1-5]|\\s*", message = "one-to-five") @Nullable
        String recommend,

        @Size(max = 2000, message = "too-long") @Nullable String words) {
    static final FeedbackForm EMPTY = new FeedbackForm("", "", "", "", "");

    /** What was chosen for that question, empty before an answer. */
    public String chosen(String question) {
        return Typed.text(
                switch (question) {
                    case "content" -> content;
                    case "instructor" -> instructor;
                    case "place" -> place;
                    default -> recommend;
                });
    }

    int number(String question) {
        return Typed.number(chosen(question), 0);
    }
}
