package org.kulluna.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says: process id, port and whether the server answers (PostgreSQL's miscinit.h). */
record PidFile(long pid, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Optional<PidFile> find(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PidFile(
                            number(lines, 0),
                            (int) number(lines, PORT_LINE),
                            line(lines, STATUS_LINE).equals("ready")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /**
     * Is that process a living PostgreSQL? A zombie, and a stranger under a recycled number, are not. The command line
     * is asked because root in a container may not see the program file of another user's process.
     */
    boolean isPostgres() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains("postgres"))
                .isPresent();
    }

    private static long number(List<String> lines, int index) {
        String text = line(lines, index);
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }
}
