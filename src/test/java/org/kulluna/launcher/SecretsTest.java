package org.kulluna.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kulluna.database.ServerAddress;
import org.kulluna.shared.Refusal;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void wantsKeysThatOnlyTheirOwnerReads() throws Exception {
        Path file = Files.writeString(folder.resolve("keys"), "k");
        Map<String, String> env = Map.of("KULLUNA_KEYS_FILE", file.toString());
        assertRefused("launcher.no-keys", () -> Secrets.refuseMissingKeys(Map.of()));
        assertRefused(
                "launcher.keys-file-missing",
                () -> Secrets.refuseMissingKeys(
                        Map.of("KULLUNA_KEYS_FILE", folder.resolve("none").toString())));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused("launcher.keys-file-open", () -> Secrets.refuseMissingKeys(env));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatCode(() -> Secrets.refuseMissingKeys(env)).doesNotThrowAnyException();
        assertThatCode(() -> Secrets.refuseMissingKeys(Map.of("KULLUNA_KEYS", "k")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesPasswordsEverybodyKnows() {
        assertRefused("launcher.default-password", () -> Secrets.refuseDefaults(url("postgres", "localhost")));
        assertRefused("launcher.default-password", () -> Secrets.refuseDefaults(url("kulluna-demo", "db")));
        assertRefused("launcher.default-password", () -> Secrets.refuseDefaults(url("", "db")));
        assertThatCode(() -> Secrets.refuseDefaults(url("", "localhost"))).doesNotThrowAnyException();
        assertThatCode(() -> Secrets.refuseDefaults(url("f3Zk-own", "db"))).doesNotThrowAnyException();
    }

    private static DatabaseUrl url(String password, String host) {
        return new DatabaseUrl(new ServerAddress("jdbc:postgresql://" + host + "/k", "k", password), host);
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
    }
}
