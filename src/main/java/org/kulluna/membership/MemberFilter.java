package org.kulluna.membership;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which members a list shows; an empty text filters nothing. {@code status} is active, suspended, left or all;
 * {@code model} is student, adult or empty; {@code after} the number the page begins below.
 */
public record MemberFilter(
        String q, String status, String nationality, String place, String model, @Nullable Long after) {
    public static final List<String> STATUSES = List.of("active", "suspended", "left", "all");

    static MemberFilter of(
            @Nullable String q,
            @Nullable String status,
            @Nullable String nationality,
            @Nullable String place,
            @Nullable String model,
            @Nullable String after) {
        String digits = Desk.latinDigits(after);
        return new MemberFilter(
                Desk.text(q),
                status != null && STATUSES.contains(status) ? status : "active",
                Desk.text(nationality),
                Desk.text(place),
                "student".equals(model) || "adult".equals(model) ? model : "",
                digits.matches("[0-9]{1,18}") ? Long.valueOf(digits) : null);
    }

    /** The membership number somebody typed into the search, if that is what it is. */
    @Nullable
    Long number() {
        String digits = Desk.latinDigits(q);
        return digits.matches("[0-9]{1,12}") ? Long.valueOf(digits) : null;
    }

    /** The address of the same list from that cursor on; from its beginning when it is empty. */
    public String from(String path, String cursor) {
        return path + "?status=" + status + parameter("q", q) + parameter("nationality", nationality)
                + parameter("place", place) + parameter("model", model) + parameter("after", cursor);
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
