package org.kulluna.launcher;

import java.util.List;
import java.util.Map;

/** What the launcher prints: the commands there are, and a welcome with the demo's accounts. */
final class Usage {
    private static final String PASSWORD = "kulluna-demo";
    private static final List<String> ACCOUNTS = List.of(
            "admin",
            "membership",
            "vetting",
            "coordinator",
            "leader",
            "duty",
            "communications",
            "training",
            "analyst",
            "commander",
            "auditor",
            "member",
            "student");

    private Usage() {}

    static void print(Speech speech) {
        speech.say("launcher.help.title", Map.of());
        for (String prefix : List.of("launcher.help.use.", "command.")) {
            speech.words().keys().stream()
                    .filter(key -> key.startsWith(prefix))
                    .sorted()
                    .forEach(key -> speech.out().println("  " + speech.words().say(key)));
        }
    }

    static void welcome(Speech speech, int port) {
        speech.out().println();
        speech.say("launcher.ready", Map.of("address", "http://127.0.0.1:" + port + "/"));
        speech.say("launcher.accounts", Map.of("password", PASSWORD));
        for (String account : ACCOUNTS) {
            String role = speech.words().say("launcher.account." + account);
            speech.out().println("  " + account + " ".repeat(16 - account.length()) + role);
        }
        speech.say("launcher.stop", Map.of());
    }
}
