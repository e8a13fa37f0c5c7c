package org.kulluna.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files nobody here wrote, in the folder the property {@code kulluna.realdata} names. */
final class ImportRealData {
    private ImportRealData() {}

    /** Skips the test when there is no folder; fails it when there is one that lacks the file. */
    static Path path(String name) {
        String folder = System.getProperty("kulluna.realdata", "");
        assumeTrue(!folder.isBlank() && !folder.equals("none"), "no folder of real data");
        Path path = Path.of(folder, "opportunities").resolve(name);
        if (!Files.exists(path)) {
            throw new AssertionError(path + " is missing");
        }
        return path;
    }

    static byte[] read(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
