package org.kulluna.launcher;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kulluna.shared.Refusal;

/** {@code run [--port 8080]}: production, on a database and keys that somebody looks after. */
final class ProductionLaunch {
    private final Class<?> application;
    private final Speech speech;

    ProductionLaunch(Class<?> application, Speech speech) {
        this.application = application;
        this.speech = speech;
    }

    void start(List<String> args) {
        Map<String, String> env = System.getenv();
        Arguments arguments = Arguments.parse(args, Set.of("--port"), true);
        DatabaseUrl database = DatabaseUrl.findIn(env)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "launcher.no-database-url"));
        Secrets.refuseMissingKeys(env);
        Secrets.refuseDefaults(database);
        DatabaseCheck.refuseUnfit(database.address());
        SpringStart start =
                new SpringStart(application, "run").on(database.address()).with("kulluna.demo", false);
        arguments.number("--port").ifPresent(port -> start.with("server.port", arguments.port(port)));
        start.run();
        speech.say("launcher.running", Map.of());
    }
}
