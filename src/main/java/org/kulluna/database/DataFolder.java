package org.kulluna.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kulluna.shared.Refusal;

/** The files of one embedded server: its cluster, log, password and lock. */
record DataFolder(Path root) {
    private static final long LONGEST_LOG = 10_000_000;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    static DataFolder at(Path folder) {
        try {
            // The real path: PostgreSQL answers with it, and the process list shows it.
            return new DataFolder(Files.createDirectories(folder).toRealPath());
        } catch (FileSystemException e) {
            throw new DataFolder(folder).unusable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in its place, a folder of somebody else, a disk mounted for reading. */
    Refusal unusable() {
        return Refusal.of(Refusal.Kind.CONFLICT, "launcher.folder-unusable", Map.of("folder", root.toString()));
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    /** Where initdb works until it is done, so that a half-made cluster is never taken for a whole one. */
    Path unfinishedCluster() {
        return root.resolve("postgres.new");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path lock() {
        return root.resolve("postgres.lock");
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    void makePassword() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(secret) + "\n");
    }

    void rotateLog() throws IOException {
        if (logSize() > LONGEST_LOG) {
            Files.move(log(), root.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    long logSize() throws IOException {
        return Files.exists(log()) ? Files.size(log()) : 0;
    }

    String logSince(long offset) throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        try (var in = Files.newInputStream(log())) {
            in.skipNBytes(offset);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
