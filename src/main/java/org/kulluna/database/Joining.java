package org.kulluna.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.kulluna.shared.Refusal;

/** Signing in to the server of a data folder, and only to that one: any server may answer on a port. */
final class Joining {
    private static final int ATTEMPTS = 120;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final DataFolder folder;

    Joining(DataFolder folder) {
        this.folder = folder;
    }

    /** The running server's address; waits while its program is still starting it. */
    ServerAddress address() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PidFile file = PidFile.find(folder.pidFile()).orElse(null);
            if (file != null && file.ready() && file.isPostgres()) {
                try {
                    return connect(file.port(), false);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }
            pause();
        }
        throw Refusal.of(
                Refusal.Kind.BUSY,
                "launcher.folder-busy",
                Map.of("folder", folder.root().toString()));
    }

    /** Asserts whose data is served before anybody writes; makes the database itself if asked and missing. */
    ServerAddress connect(int port, boolean make) throws SQLException, IOException {
        String password = folder.password();
        ServerAddress own = at(port, "postgres", password);
        try (Connection connection = DriverManager.getConnection(own.url(), own.user(), own.password());
                Statement statement = connection.createStatement()) {
            Path served = Path.of(one(statement, "show data_directory")).toRealPath();
            if (!served.equals(folder.cluster().toRealPath())) {
                throw new IOException(served + " <> " + folder.cluster());
            }
            String count = "select count(*) from pg_database where datname = '" + EmbeddedServer.DATABASE + "'";
            if (make && one(statement, count).equals("0")) {
                statement.execute("create database " + EmbeddedServer.DATABASE);
            }
        }
        return at(port, EmbeddedServer.DATABASE, password);
    }

    private static ServerAddress at(int port, String database, String password) {
        return new ServerAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, EmbeddedServer.USER, password);
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
