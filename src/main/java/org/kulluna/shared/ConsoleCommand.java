package org.kulluna.shared;

import java.io.PrintStream;
import java.util.List;

/**
 * Something a person starts by name at the command line ({@code ./kulluna audit verify}): a Spring bean, run after the
 * context is up, without a web server. Its words are in messages/; {@code help} lists it under {@link #usageKey}.
 */
public interface ConsoleCommand {

    /** One or more words, as typed: {@code "admin create"}. */
    String name();

    /** Message key of the one line that {@code help} prints. */
    default String usageKey() {
        return "command." + name().replace(' ', '-');
    }

    /**
     * Runs with the words after its name. The number is the program's exit code: 0 when done, 1 when it found what it
     * looks for, 2 when it was asked wrongly. A {@link Refusal} prints its sentence and ends with 1.
     */
    int run(List<String> args, PrintStream out) throws Exception;
}
