package org.kulluna.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Words;

/** The launcher's voice: the terminal's language, always in UTF-8 whatever the JVM makes of the locale. */
record Speech(Words words, PrintStream out, PrintStream err) {

    static Speech ofThisTerminal() {
        return new Speech(Words.in(language(System.getenv())), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    /** Arabic and Urdu when the terminal asks for them; English otherwise, as many terminals cannot shape Arabic. */
    static String language(Map<String, String> env) {
        String locale = Stream.of("KULLUNA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> env.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        return Stream.of("ar", "ur").filter(locale::startsWith).findFirst().orElse("en");
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
