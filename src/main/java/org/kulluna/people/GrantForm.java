package org.kulluna.people;

import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;

/** A role for one unit, or for all of them when {@code unit} is empty. */
public record GrantForm(
        @NotBlank(message = "required") @Nullable String role,
        @Nullable String unit) {
    /** What these reach belongs to no unit. */
    static final Set<Role> WHOLE = Set.of(
            Role.ADMINISTRATOR,
            Role.AUDITOR,
            Role.MEMBERSHIP_OFFICER,
            Role.VETTING_OFFICER,
            Role.APPLICANT,
            Role.MEMBER,
            Role.STUDENT);

    Role parsedRole() {
        return Arrays.stream(Role.values())
                .filter(r -> r.name().equals(role))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("role", "not-a-choice"));
    }

    @Nullable
    String parsedUnit() {
        return unit == null || unit.isBlank() ? null : unit;
    }

    boolean isMisbound() {
        return parsedUnit() != null && WHOLE.contains(parsedRole());
    }
}
