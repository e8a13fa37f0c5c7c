package org.kulluna.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Words;

/** The launcher's voice: the terminal's language, always in UTF-8 whatever the JVM makes of the locale. */
record Speech(Words words, PrintStream out, PrintStream err) {

    static Speech ofThisTerminal() {
        return new Speech(Words.ofThisTerminal(), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    void say(String key, Map<String, ?> args) {
        out.println(words.say(key, args));
    }

    void refuse(Refusal refusal) {
        err.println(words.say("refusal." + refusal.key(), refusal.args()));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
