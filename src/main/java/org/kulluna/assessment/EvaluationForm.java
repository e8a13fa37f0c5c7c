package org.kulluna.assessment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Typed;

/**
 * @param id of the evaluation, made by the client
 * @param met ids of the criteria that were met
 * @param passed yes or no
 * @param remark needed when it is no
 */
public record EvaluationForm(
        @Nullable String id,
        @Nullable String enrolment,
        @Nullable List<@Nullable String> met,
        @Nullable String passed,
        @Nullable String remark) {

    List<UUID> metIds() {
        return met == null
                ? List.of()
                : met.stream()
                        .filter(m -> !Typed.text(m).isEmpty())
                        .map(m -> Typed.uuid("met", m))
                        .distinct()
                        .toList();
    }

    boolean hasPassed() {
        String said = Typed.text(passed);
        if (!said.matches("yes|no|true|false")) {
            throw Refusal.invalid("passed", said.isEmpty() ? "required" : "not-a-choice");
        }
        return Typed.yes(said);
    }
}
