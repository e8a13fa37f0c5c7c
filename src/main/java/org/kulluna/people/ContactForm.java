package org.kulluna.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;

/** How a person wants to be reached and what they read in. {@code contactBy}: app, email, sms, phone. */
public record ContactForm(
        @Size(max = 200, message = "too-long") @Email(message = "bad-email") @Nullable
        String email,

        @Size(max = 30, message = "too-long")
        @Pattern(regexp = "\\s*|\\+?[0-9\u0660-\u0669 ()-]{7,25}", message = "bad-phone")
        @Nullable
        String phone,

        @Nullable List<String> contactBy,

        @Pattern(regexp = "ar|en|ur", message = "not-a-choice") @Nullable
        String language,

        @Pattern(regexp = "latn|arab", message = "not-a-choice") @Nullable
        String digits,

        @Nullable String version) {

    public static final List<String> WAYS = List.of("app", "email", "sms", "phone");

    static ContactForm of(Person p) {
        return new ContactForm(
                p.email(), p.phone(), p.contactBy(), p.language(), p.digits(), String.valueOf(p.version()));
    }

    public boolean hasWay(String way) {
        return contactBy != null && contactBy.contains(way);
    }

    /** @throws Refusal INVALID when a way is unknown, or chosen without the address it needs */
    void mustMakeSense() {
        for (String way : contactBy == null ? List.<String>of() : contactBy) {
            if (!WAYS.contains(String.valueOf(way))) {
                throw Refusal.invalid("contactBy", "not-a-choice");
            }
        }
        String digits = cleanPhone();
        if (digits != null && !digits.matches("[+]?[0-9]{7,15}")) {
            throw Refusal.invalid("phone", "bad-phone");
        }
        if (hasWay("email") && isBlank(email)) {
            throw Refusal.invalid("email", "needed-for-contact");
        }
        if ((hasWay("sms") || hasWay("phone")) && isBlank(phone)) {
            throw Refusal.invalid("phone", "needed-for-contact");
        }
    }

    int seen() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    @Nullable
    String cleanEmail() {
        return email == null || isBlank(email) ? null : email.strip();
    }

    /** Latin digits, no spaces. */
    @Nullable
    String cleanPhone() {
        if (phone == null || isBlank(phone)) {
            return null;
        }
        StringBuilder b = new StringBuilder();
        for (char c : phone.toCharArray()) {
            if (c == '+' || Character.isDigit(c)) {
                b.append(c == '+' ? '+' : (char) ('0' + Character.digit(c, 10)));
            }
        }
        return b.toString();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
