package org.kulluna.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kulluna.shared.Refusal;

@Tag("slow")
class EmbeddedServerTest {
    @TempDir
    Path data;

    @Test
    void keepsDataFromStartToStart() throws Exception {
        try (EmbeddedServer server = started()) {
            write(server, "written");
        }
        try (EmbeddedServer server = started()) {
            assertThat(read(server)).isEqualTo("written");
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void forcesEveryCommitToDiskAndListensOnLoopbackOnly() throws Exception {
        try (EmbeddedServer server = started()) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show unix_socket_directories")).isEmpty();
            assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(server, "show data_directory")).isEqualTo(data.toRealPath() + "/postgres");
        }
    }

    @Test
    void wantsThePasswordThatOnlyTheOwnerMayRead() throws Exception {
        try (EmbeddedServer server = started()) {
            ServerAddress address = server.address();
            assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "guess")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(address.toString()).doesNotContain(address.password());
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("postgres.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void refusesAFolderThatAnotherProgramHasOpenButJoinsIt() throws Exception {
        try (EmbeddedServer first = started();
                EmbeddedServer second = EmbeddedServer.in(data)) {
            assertThatThrownBy(second::start)
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.key()).isEqualTo("launcher.folder-busy"));
            second.startOrJoin();
            assertThat(second.address()).isEqualTo(first.address());
            second.close();
            assertThat(ask(first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void revivesAServerKilledWhileInUse() throws Exception {
        try (EmbeddedServer server = started()) {
            write(server, "committed");
            ServerAddress before = server.address();
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            assertThat(readPatiently(server)).isEqualTo("committed");
            assertThat(server.address()).isEqualTo(before);
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void startsOverAHalfMadeClusterAndAStrangersPid() throws Exception {
        Files.createDirectories(data.resolve("postgres.new/base"));
        started().close();
        long stranger = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postgres/postmaster.pid"), stranger + "\n" + data + "\n0\n1\n");
        try (EmbeddedServer server = started()) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesTheDataOfAnotherVersion() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(this::started)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.key()).isEqualTo("launcher.other-version"));
    }

    @Test
    void refusesAFolderItCannotWriteTo() throws Exception {
        Path file = Files.writeString(data.resolve("a file"), "in its place");
        assertUnusable(() -> EmbeddedServer.in(file));
        assertUnusable(() -> EmbeddedServer.in(file.resolve("beneath")));
        Files.createDirectories(data.resolve("postgres.lock"));
        assertUnusable(this::started);
    }

    private static void assertUnusable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.key()).isEqualTo("launcher.folder-unusable"));
    }

    @Test
    void livesInAFolderWithSpacesAndArabicInItsName() throws Exception {
        Path folder = data.resolve("بيانات كلنا 'x'");
        for (int start = 1; start <= 2; start++) {
            assertThat(EmbeddedServer.isMadeIn(folder)).isEqualTo(start == 2);
            try (EmbeddedServer server = EmbeddedServer.in(folder)) {
                server.start();
                assertThat(ask(server, "show data_directory")).endsWith("بيانات كلنا 'x'/postgres");
            }
        }
    }

    @Test
    void leavesNothingOfATemporaryServer() throws Exception {
        EmbeddedServer server = EmbeddedServer.temporary();
        Path folder = Path.of(ask(server, "show data_directory")).getParent();
        assertThat(ask(server, "show fsync")).isEqualTo("off");
        server.close();
        assertThat(folder).doesNotExist();
    }

    private EmbeddedServer started() {
        EmbeddedServer server = EmbeddedServer.in(data);
        server.start();
        return server;
    }

    static void write(EmbeddedServer server, String text) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("insert into note values ('" + text + "')");
        }
    }

    static String read(EmbeddedServer server) throws SQLException {
        return ask(server, "select text from note");
    }

    private static String readPatiently(EmbeddedServer server) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try {
                return read(server);
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(Duration.ofMillis(200));
            }
        }
    }

    static String ask(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = connect(server);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        ServerAddress address = server.address();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
