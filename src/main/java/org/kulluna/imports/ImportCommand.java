package org.kulluna.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.ConsoleCommand;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;

/**
 * {@code import opportunities FILE --unit CODE [--mapping NAME] [--place CODE] [--pillar NAME] [--source NAME] [--apply]}:
 * the dry run, line by line, and with {@code --apply} the deed.
 */
@Component
class ImportCommand implements ConsoleCommand {
    /** Whoever stands at the machine: the audit trail shows this id, which is nobody's. */
    static final PersonId CONSOLE = new PersonId(new UUID(0, 0));

    private static final List<String> OPTIONS = List.of("--unit", "--mapping", "--place", "--pillar", "--source");

    private final Imports imports;
    private final ImportApplier applier;
    private final Units units;

    ImportCommand(Imports imports, ImportApplier applier, Units units) {
        this.imports = imports;
        this.applier = applier;
        this.units = units;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        Words words = Words.ofThisTerminal();
        Asked asked = Asked.read(args);
        if (asked == null || units.find(asked.option("--unit")).isEmpty()) {
            out.println(words.say(asked == null ? "imports.console.usage" : "imports.console.unit"));
            return 2;
        }
        try {
            return run(asked, words, out);
        } catch (IOException e) {
            out.println(words.say("imports.console.no-file", Map.of("file", asked.file())));
            return 2;
        } catch (Refusal refusal) {
            out.println(words.say("refusal." + refusal.key(), refusal.args()));
            refusal.faults()
                    .forEach((field, keys) -> out.println(
                            "  " + words.say("imports.field." + field) + ": " + words.say("fault." + keys.get(0))));
            return 1;
        }
    }

    private int run(Asked asked, Words words, PrintStream out) throws IOException {
        Path file = Path.of(asked.file());
        if (Files.size(file) > ImportCharset.MAX_BYTES) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "too-large");
        }
        String unit = asked.option("--unit");
        var role = Right.EDIT_OPPORTUNITIES.roles().iterator().next();
        Viewer console = new Viewer(CONSOLE, null, List.of(new Viewer.Grant(role, unit)), false);
        UUID id =
                imports.upload(console, Ids.next(), unit, String.valueOf(file.getFileName()), Files.readAllBytes(file));
        ImportRun run = imports.get(console, id);
        if (run.isOpen()) {
            run = imports.plan(console, id, mapping(console, run, asked), "");
        }
        tell(console, run, words, out);
        if (!asked.apply()) {
            out.println(words.say("imports.console.dry"));
            return 0;
        }
        imports.apply(console, id, null);
        applier.start(id).join();
        ImportRun done = imports.get(console, id);
        out.println(words.say("imports.console.done", Map.of("count", done.done())));
        return done.state().equals("applied") ? 0 : 1;
    }

    private ImportMapping mapping(Viewer console, ImportRun run, Asked asked) {
        ImportMapping mapping = run.mapping();
        String name = asked.option("--mapping");
        if (!name.isEmpty()) {
            mapping = imports.listMappings(console, run.unit()).get(name);
            if (mapping == null) {
                throw Refusal.invalid("saveAs", "not-a-choice");
            }
        }
        return new ImportMapping(
                mapping.columns(),
                mapping.order(),
                asked.option("--pillar", mapping.defaultPillar()),
                asked.option("--place", mapping.defaultPlace()),
                mapping.zone(),
                mapping.defaultSeats(),
                asked.option("--source", mapping.source()));
    }

    private void tell(Viewer console, ImportRun run, Words words, PrintStream out) {
        for (ImportLine line : imports.report(console, run.id(), "")) {
            StringBuilder b = new StringBuilder();
            b.append(line.line()).append('\t').append(words.say("imports.outcome." + line.outcome()));
            b.append('\t').append(line.title());
            line.notes().forEach(n -> b.append("\t").append(words.say(n.wordsKey(), n.wordsArgs())));
            out.println(b);
        }
        for (ImportPlan.Outcome outcome : ImportPlan.Outcome.values()) {
            out.println(words.say("imports.outcome." + outcome.key()) + ": " + run.count(outcome.key()));
        }
    }

    private record Asked(String file, Map<String, String> options, boolean apply) {
        /** Null when it was asked wrongly. */
        static @Nullable Asked read(List<String> args) {
            List<String> rest = new ArrayList<>(args);
            boolean apply = rest.remove("--apply");
            Map<String, String> options = new java.util.HashMap<>();
            for (String option : OPTIONS) {
                int at = rest.indexOf(option);
                if (at >= 0 && at + 1 < rest.size()) {
                    options.put(option, rest.remove(at + 1));
                    rest.remove(at);
                }
            }
            boolean right = rest.size() == 2 && rest.get(0).equals("opportunities") && options.containsKey("--unit");
            return right ? new Asked(rest.get(1), options, apply) : null;
        }

        String option(String name) {
            return option(name, "");
        }

        String option(String name, String otherwise) {
            return options.getOrDefault(name, otherwise);
        }
    }
}
