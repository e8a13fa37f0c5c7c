package org.kulluna.demo;

import java.io.PrintStream;
import java.util.Map;
import org.kulluna.shared.Words;

/** A bar on a terminal, a line for each tenth elsewhere. */
final class Progress {
    private static final int WIDTH = 40;
    private final PrintStream out;
    private final boolean terminal;
    private final Words words;
    private int shown = -1;

    Progress(PrintStream out, boolean terminal, Words words) {
        this.out = out;
        this.terminal = terminal;
        this.words = words;
    }

    /** On standard output, in the language of whoever started the house. */
    static Progress onScreen() {
        java.io.Console console = System.console();
        Words words = Words.ofThisTerminal();
        return new Progress(System.out, console != null && console.isTerminal(), words);
    }

    static Progress silent() {
        return new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()), false, Words.in("en"));
    }

    void say(String key, Map<String, ?> args) {
        if (terminal && shown >= 0) {
            out.println();
        }
        out.println(words.say(key, args));
        out.flush();
    }

    /** @param percent of the whole */
    void reach(int percent) {
        int step = terminal ? percent : percent / 10 * 10;
        if (step <= shown) {
            return;
        }
        shown = step;
        if (terminal) {
            int full = WIDTH * percent / 100;
            out.print("\r[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + percent + " %");
        } else {
            out.println(step + " %");
        }
        out.flush();
    }
}
