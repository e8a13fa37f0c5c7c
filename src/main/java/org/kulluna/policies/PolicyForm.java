package org.kulluna.policies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of a policy as typed: its numbers by field, why, and the version the editor saw. */
public record PolicyForm(
        @Nullable Map<String, String> value,

        @NotBlank(message = "required") @Size(max = 500, message = "too-long") @Nullable
        String reason,

        @Nullable String version) {

    /** What is no whole number is left out, so that its field is at fault. */
    Map<String, Integer> numbers(PolicyName name) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String field : name.fields()) {
            String text = value == null ? "" : value.getOrDefault(field, "");
            StringBuilder digits = new StringBuilder();
            String.valueOf(text).strip().chars().forEach(c -> {
                int digit = Character.digit(c, 10);
                digits.append(digit < 0 ? "x" : String.valueOf(digit));
            });
            if (digits.toString().matches("[0-9]{1,7}")) {
                numbers.put(field, Integer.parseInt(digits.toString()));
            }
        }
        return numbers;
    }

    int seen() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    public String typed(String field) {
        return value == null ? "" : value.getOrDefault(field, "");
    }
}
