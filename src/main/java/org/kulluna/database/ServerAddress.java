package org.kulluna.database;

/** Where a server listens and how to sign in: JDBC URL, user and password. */
public record ServerAddress(String url, String user, String password) {

    /** One URL that says everything, for tools that take no user and password beside it. */
    public String signedUrl() {
        return url + "?user=" + user + "&password=" + password;
    }

    /** Without the password: this record ends up in log lines. */
    @Override
    public String toString() {
        return user + " " + url;
    }
}
