package org.kulluna.launcher;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kulluna.database.ServerAddress;
import org.kulluna.shared.Refusal;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * {@code KULLUNA_DATABASE_URL}, written as JDBC does or as {@code postgres://user:password@host:port/name?sslmode=...};
 * {@code KULLUNA_DATABASE_USER} and {@code KULLUNA_DATABASE_PASSWORD} win over what it says.
 */
record DatabaseUrl(ServerAddress address, String host) {
    private static final Pattern PLAIN =
            Pattern.compile("postgres(?:ql)?://(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]*)(/[^?]*)?(\\?.*)?");

    static Optional<DatabaseUrl> findIn(Map<String, String> env) {
        String url = env.getOrDefault("KULLUNA_DATABASE_URL", "").strip();
        return url.isEmpty() ? Optional.empty() : Optional.of(parse(url, env));
    }

    boolean isOnThisMachine() {
        return host.isEmpty() || host.equals("localhost") || host.startsWith("127.") || host.contains("::1");
    }

    private static DatabaseUrl parse(String url, Map<String, String> env) {
        Matcher plain = PLAIN.matcher(url);
        String user = "";
        String password = "";
        String jdbc = url;
        if (plain.matches()) {
            user = decoded(plain.group(1));
            password = decoded(plain.group(2));
            jdbc = "jdbc:postgresql://" + plain.group(3) + text(plain.group(4)) + text(plain.group(5));
        }
        Properties known = jdbc.startsWith("jdbc:postgresql:") ? Driver.parseURL(jdbc, new Properties()) : null;
        if (known == null) {
            throw Refusal.of(Refusal.Kind.BAD_REQUEST, "launcher.database-url-unreadable", Map.of());
        }
        user = first(env.get("KULLUNA_DATABASE_USER"), user, PGProperty.USER.getOrNull(known));
        password = first(env.get("KULLUNA_DATABASE_PASSWORD"), password, PGProperty.PASSWORD.getOrNull(known));
        String host = text(PGProperty.PG_HOST.getOrNull(known));
        return new DatabaseUrl(new ServerAddress(jdbc, user, password), host);
    }

    private static String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Percent signs only: a plus in a password is a plus. */
    private static String decoded(@Nullable String value) {
        return URLDecoder.decode(text(value).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
