package org.kulluna.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One real PostgreSQL for the whole test run: an embedded one, or the server named by the property
 * {@code kulluna.test.database} (an empty database on any PostgreSQL 15 or later).
 */
public final class TestDatabase {
    private static final String URL = start();

    private TestDatabase() {}

    public static String url() {
        return URL;
    }

    private static String start() {
        String given = System.getProperty("kulluna.test.database", "");
        if (!given.isBlank()) {
            return given;
        }
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C")
                    .start();
            return postgres.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
