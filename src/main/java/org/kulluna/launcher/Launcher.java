package org.kulluna.launcher;

import java.util.List;
import org.kulluna.keys.KeysMake;
import org.kulluna.shared.Refusal;
import org.springframework.boot.web.server.PortInUseException;

/** Chooses by the first word, and turns every expected "no" into one sentence and an exit code. */
public final class Launcher {
    private static final int ASKED_WRONGLY = 2;

    private Launcher() {}

    /** Returns when a server has started; ends the program when a command is done or nothing can start. */
    public static void launch(Class<?> application, String[] args) {
        Speech speech = Speech.ofThisTerminal();
        try {
            start(application, List.of(args), speech);
        } catch (Refusal refusal) {
            end(() -> speech.refuse(refusal), refusal.kind() == Refusal.Kind.BAD_REQUEST ? ASKED_WRONGLY : 1);
        } catch (PortInUseException busy) {
            end(() -> speech.refuse(Ports.busy(busy.getPort())), 1);
        } catch (RuntimeException failed) {
            end(() -> Failures.show(failed, speech), 1);
        }
    }

    private static void start(Class<?> application, List<String> args, Speech speech) {
        String first = args.isEmpty() ? "help" : args.getFirst();
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            Usage.print(speech);
            return;
        }
        switch (first) {
            case "demo" -> new DemoLaunch(application, speech).start(rest);
            case "run" -> new ProductionLaunch(application, speech).start(rest);
            case "help", "--help", "-h" -> Usage.print(speech);
            case "keys" ->
                System.exit(
                        rest.equals(List.of("make"))
                                ? KeysMake.run(Secrets.keysFile(System.getenv()), speech.out())
                                : new CommandLaunch(application, speech).run(args));
            default -> System.exit(new CommandLaunch(application, speech).run(args));
        }
    }

    /** Says it, unless a person's Ctrl-C is what made things fail. */
    private static void end(Runnable sentence, int code) {
        if (!Failures.programIsEnding()) {
            sentence.run();
        }
        System.exit(code);
    }
}
