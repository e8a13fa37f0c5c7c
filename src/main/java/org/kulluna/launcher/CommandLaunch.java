package org.kulluna.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kulluna.database.EmbeddedServer;
import org.kulluna.shared.ConsoleCommand;
import org.kulluna.shared.Refusal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A console command: Spring without a listening port, on {@code KULLUNA_DATABASE_URL} or else on the data folder, whose
 * server is joined when the demo is running.
 */
final class CommandLaunch {
    private final Class<?> application;
    private final Speech speech;

    CommandLaunch(Class<?> application, Speech speech) {
        this.application = application;
        this.speech = speech;
    }

    int run(List<String> args) {
        Arguments arguments = Arguments.parse(args, Set.of("--data"), false);
        // The web beans are wanted (they are wired into one another); only the listening is not.
        SpringStart start = new SpringStart(application, "command").with("server.port", -1);
        DatabaseUrl.findIn(System.getenv())
                .ifPresentOrElse(url -> start.on(url.address()), () -> onDataFolder(start, arguments));
        try (ConfigurableApplicationContext context = start.run()) {
            return runIn(context, arguments.words());
        }
    }

    /** Only where a demo has been: a command that made a database of its own would leave none for the demo to fill. */
    private static void onDataFolder(SpringStart start, Arguments arguments) {
        Path data = arguments.data();
        if (!EmbeddedServer.isMadeIn(data)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "launcher.no-data", Map.of("folder", data.toString()));
        }
        EmbeddedServer server = EmbeddedServer.in(data);
        SpringApplication.getShutdownHandlers().add(server::close);
        server.startOrJoin();
        start.on(server.address())
                .with("kulluna.demo", true)
                .with("kulluna.demo-load", false)
                .with("kulluna.data", data)
                .with("kulluna.keys-file", data.resolve("keys"));
    }

    private int runIn(ConfigurableApplicationContext context, List<String> words) {
        ConsoleCommand command = context.getBeansOfType(ConsoleCommand.class).values().stream()
                .filter(each -> isNamed(each, words))
                .max(Comparator.comparingInt(each -> wordsOf(each).size()))
                .orElseThrow(() -> unknown(words));
        try {
            return command.run(words.subList(wordsOf(command).size(), words.size()), speech.out());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNamed(ConsoleCommand command, List<String> words) {
        List<String> name = wordsOf(command);
        return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
    }

    private static List<String> wordsOf(ConsoleCommand command) {
        return Arrays.asList(command.name().split(" "));
    }

    private static Refusal unknown(List<String> words) {
        return Refusal.of(
                Refusal.Kind.BAD_REQUEST, "launcher.unknown-command", Map.of("command", String.join(" ", words)));
    }
}
