package org.kulluna.support;

import org.kulluna.database.EmbeddedServer;

/**
 * One real PostgreSQL for the whole test run: an embedded one, or the server named by the property
 * {@code kulluna.test.database} (an empty database on any PostgreSQL 15 or later).
 */
public final class TestDatabase {
    private static final String URL = start();

    private TestDatabase() {}

    /** With user and password in it. */
    public static String url() {
        return URL;
    }

    private static String start() {
        String given = System.getProperty("kulluna.test.database", "");
        return given.isBlank() ? EmbeddedServer.temporary().address().signedUrl() : given;
    }
}
