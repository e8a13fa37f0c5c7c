package org.kulluna.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Addresses of this house with a changed query. */
final class Addresses {
    private Addresses() {}

    static String with(String path, @Nullable String query, String name, String value) {
        StringBuilder b = new StringBuilder();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.isEmpty() && !part.equals(name) && !part.startsWith(name + "=")) {
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
