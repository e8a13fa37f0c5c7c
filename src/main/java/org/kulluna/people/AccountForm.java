package org.kulluna.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new account: for a known {@code person} (their id), or for somebody {@code new} by name. */
public record AccountForm(
        @Nullable String person,

        @Size(max = 120, message = "too-long") @Nullable String nameAr,

        @Size(max = 120, message = "too-long") @Nullable String nameEn,

        @NotBlank(message = "required") @Pattern(regexp = USERNAME + "|\\s*", message = "bad-username") @Nullable
        String username) {

    /** Latin letters, digits, dot, dash and underscore; stored in small letters. */
    static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9._-]{2,59}";

    static AccountForm forPerson(String person) {
        return new AccountForm(person, "", "", "");
    }

    public boolean isForSomebodyNew() {
        return person == null || person.isBlank() || person.equals("new");
    }
}
