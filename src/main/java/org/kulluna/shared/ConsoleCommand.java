package org.kulluna.shared;

import java.io.PrintStream;
import java.util.List;

/** What {@code ./kulluna NAME ...} does inside the house: a bean, found by its first word. */
public interface ConsoleCommand {
    /** The first word after {@code ./kulluna}. */
    String name();

    /**
     * @param args the words after the name
     * @return the process's exit code: 0 when all is well
     */
    int run(List<String> args, PrintStream out);
}
