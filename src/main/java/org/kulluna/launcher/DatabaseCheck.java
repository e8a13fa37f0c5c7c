package org.kulluna.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.kulluna.database.ServerAddress;
import org.kulluna.shared.Refusal;
import org.postgresql.PGProperty;

/** Can production live in that database? Asked before anything is written to it. */
final class DatabaseCheck {
    private static final int OLDEST = 15;

    private DatabaseCheck() {}

    static void refuseUnfit(ServerAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), properties(address))) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "launcher.database-too-old",
                        Map.of("version", String.valueOf(version), "oldest", String.valueOf(OLDEST)));
            }
            if (isDemo(connection)) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "launcher.demo-mark");
            }
        } catch (SQLException e) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "launcher.database-unreachable",
                    Map.of(
                            "reason",
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private static Properties properties(ServerAddress address) {
        Properties properties = new Properties();
        PGProperty.CONNECT_TIMEOUT.set(properties, "10");
        PGProperty.LOGIN_TIMEOUT.set(properties, "15");
        if (!address.user().isEmpty()) {
            PGProperty.USER.set(properties, address.user());
        }
        if (!address.password().isEmpty()) {
            PGProperty.PASSWORD.set(properties, address.password());
        }
        return properties;
    }

    /** The mark is read only where its table is: a fresh database has none. */
    private static boolean isDemo(Connection connection) throws SQLException {
        return isTrue(connection, "select to_regclass('people.demo_mark') is not null")
                && isTrue(connection, "select exists (select from people.demo_mark)");
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
