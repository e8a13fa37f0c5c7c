package org.kulluna.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.kulluna.shared.Refusal;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once for each version from the class path into the person's own cache folder (never
 * into a guessable name under /tmp, where a stranger could wait with programs of their own).
 */
final class PostgresPrograms {
    /** The major version inside the archives; a cluster of another one cannot be opened. */
    static final String MAJOR = "18";

    private static final int ANY_EXECUTE_BIT = 0111;

    private PostgresPrograms() {}

    /** The folder that holds bin, lib and share. */
    static Path unpacked() throws IOException {
        String archive = archiveName();
        Path folder = cache().resolve("postgres-" + digest(archive));
        if (!Files.exists(folder)) {
            Path fresh = Files.createTempDirectory(Files.createDirectories(cache()), "unpacking");
            try {
                unpack(archive, fresh);
                moveUnlessThere(fresh, folder);
            } finally {
                DataFolder.delete(fresh);
            }
        }
        return folder;
    }

    private static void moveUnlessThere(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder);
        } catch (FileSystemException e) {
            // Two first starts at once: the other one's copy is as good as ours.
            if (!Files.exists(folder.resolve("bin"))) {
                throw e;
            }
        }
    }

    /** Root's programs may have to run as somebody who may not enter root's home. */
    private static Path cache() {
        if (Unprivileged.isRoot()) {
            return Path.of("/var/cache/kulluna");
        }
        String home = System.getProperty("user.home", ".") + "/.cache";
        return Path.of(System.getenv().getOrDefault("XDG_CACHE_HOME", home), "kulluna")
                .toAbsolutePath();
    }

    private static String archiveName() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String cpu = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "postgres-" + os + "-" + cpu + ".txz";
        if (PostgresPrograms.class.getResource("/" + name) == null) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "launcher.no-programs", Map.of("archive", name));
        }
        return name;
    }

    private static InputStream open(String archive) throws IOException {
        InputStream in = PostgresPrograms.class.getResourceAsStream("/" + archive);
        if (in == null) {
            throw new IOException(archive);
        }
        return in;
    }

    private static String digest(String archive) throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(String archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(entry, tar, folder.resolve(entry.getName()).normalize());
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void put(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            boolean program = (entry.getMode() & ANY_EXECUTE_BIT) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
