package org.kulluna.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses of this house with a changed query. */
final class Addresses {
    private static final Set<String> PLACES_IN_A_LIST = Set.of("cursor", "after");
    private static final Set<String> SAME_LIST = Set.of("lang", "digits", "cursor", "after");

    private Addresses() {}

    /** A list that is chosen anew begins at its start: a place in the old one means nothing in it. */
    static String with(String path, @Nullable String query, String name, String value) {
        StringBuilder b = new StringBuilder();
        if (query != null) {
            for (String part : query.split("&")) {
                String known = part.split("=", 2)[0];
                boolean stale = PLACES_IN_A_LIST.contains(known) && !SAME_LIST.contains(name);
                if (!part.isEmpty() && !known.equals(name) && !stale) {
                    b.append(b.isEmpty() ? "" : "&").append(part);
                }
            }
        }
        if (!value.isEmpty()) {
            b.append(b.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return b.isEmpty() ? path : path + "?" + b;
    }
}
