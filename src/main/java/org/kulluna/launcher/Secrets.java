package org.kulluna.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.kulluna.shared.Refusal;

/** The secrets production needs, and those it must not have. */
final class Secrets {
    private static final Set<String> DEFAULTS =
            Set.of("kulluna-demo", "kulluna", "postgres", "password", "changeme", "secret", "admin");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Secrets() {}

    /** {@code KULLUNA_KEYS}, or {@code KULLUNA_KEYS_FILE} that only its owner may read. */
    static void refuseMissingKeys(Map<String, String> env) {
        if (!env.getOrDefault("KULLUNA_KEYS", "").isBlank()) {
            return;
        }
        String name = env.getOrDefault("KULLUNA_KEYS_FILE", "");
        if (name.isBlank()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "launcher.no-keys");
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "launcher.keys-file-missing", Map.of("file", name));
        }
        if (!onlyOwnerReads(file)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "launcher.keys-file-open", Map.of("file", name));
        }
    }

    /** Where {@code keys make} writes: before there are keys, Spring cannot start to say so itself. */
    static Path keysFile(Map<String, String> env) {
        String data = env.getOrDefault("KULLUNA_DATA", "data");
        return Path.of(env.getOrDefault("KULLUNA_KEYS_FILE", data + "/keys"));
    }

    private static boolean onlyOwnerReads(Path file) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        try {
            return OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** No password at all is an answer on this machine only, where PostgreSQL may know people by their system name. */
    static void refuseDefaults(DatabaseUrl database) {
        String password = database.address().password();
        if (DEFAULTS.contains(password) || (password.isEmpty() && !database.isOnThisMachine())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "launcher.default-password");
        }
    }
}
