package org.kulluna.keys;

import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./kulluna keys make} before there is a house to start: production does not start without keys. */
public final class KeysMake {
    private KeysMake() {}

    /** @return the exit code: 1 when the file exists already, and it stays as it was */
    public static int run(Path file, PrintStream out) {
        return KeyCommands.make(file, out);
    }
}
