package org.kulluna.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kulluna.database.EmbeddedServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** {@code demo [--port 8080] [--data DIR] [--members N]}: everything in one program, for this machine only. */
final class DemoLaunch {
    private static final String LOOPBACK = "127.0.0.1";

    private final Class<?> application;
    private final Speech speech;
    private volatile boolean serving;

    DemoLaunch(Class<?> application, Speech speech) {
        this.application = application;
        this.speech = speech;
    }

    void start(List<String> args) {
        Arguments arguments = Arguments.parse(args, Set.of("--port", "--data", "--members"), true);
        int port = arguments.port(Ports.USUAL);
        Ports.refuseBusy(LOOPBACK, port);
        speech.say("launcher.starting", Map.of("folder", arguments.data().toString()));
        EmbeddedServer server = EmbeddedServer.in(arguments.data());
        stopAtTheEnd(server);
        server.start();
        SpringStart start = properties(arguments.data(), port).on(server.address());
        arguments.number("--members").ifPresent(members -> start.with("kulluna.demo.members", members));
        Failures.waitIfProgramIsEnding();
        start.run();
        serving = true;
        Usage.welcome(speech, port);
    }

    private SpringStart properties(Path data, int port) {
        return new SpringStart(application, "demo")
                .with("kulluna.demo", true)
                .with("kulluna.data", data)
                .with("kulluna.keys-file", data.resolve("keys"))
                .with("server.address", LOOPBACK)
                .with("server.port", port);
    }

    /**
     * Spring's handlers run after its contexts are closed: requests end first, then the server. While Spring still
     * starts, its shutdown would wait for the whole loading; taking the database away ends that at once.
     */
    private void stopAtTheEnd(EmbeddedServer server) {
        SpringApplication.getShutdownHandlers().add(server::close);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!serving) {
                silence();
                server.close();
                silence();
            }
        }));
    }

    /** What fails because a person ended the program is no news; Spring may set up its logging in between. */
    private static void silence() {
        LoggingSystem.get(DemoLaunch.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
    }
}
