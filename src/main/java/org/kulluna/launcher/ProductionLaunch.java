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
        int port = arguments.port(Ports.read(env));
        DatabaseUrl database = DatabaseUrl.findIn(env)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "launcher.no-database-url"));
        Secrets.refuseMissingKeys(env);
        Secrets.refuseDefaults(database);
        Ports.refuseBusy(env.getOrDefault("KULLUNA_ADDRESS", "127.0.0.1"), port);
        DatabaseCheck.refuseUnfit(database.address());
        new SpringStart(application, "run")
                .on(database.address())
                .with("kulluna.demo", false)
                .with("server.port", port)
                .run();
        speech.say("launcher.running", Map.of());
    }
}
