package org.kulluna.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The script {@code ./kulluna} itself, as far as it answers without building anything. */
class LauncherScriptTest {
    private static final Path SCRIPT = Path.of("kulluna").toAbsolutePath();

    private record Answer(int code, String out, String err) {}

    private static Answer ask(String language, String... words) throws Exception {
        Path out = Files.createTempFile("kulluna", ".out");
        Path err = Files.createTempFile("kulluna", ".err");
        List<String> command = new java.util.ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("KULLUNA_LANG", language);
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Answer answer = new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return answer;
    }

    private static Set<String> commands() throws Exception {
        String script = Files.readString(SCRIPT);
        String choice = script.substring(script.lastIndexOf("case $command in"));
        return Pattern.compile("(?m)^  ([a-z|]+)(?:\\|--help\\|-h)?\\)")
                .matcher(choice)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split("\\|")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void helpAfterAnyCommandSaysHowItIsUsed() throws Exception {
        assertThat(commands()).contains("demo", "run", "test", "check", "admin", "import", "audit", "keys", "help");
        for (String command : commands()) {
            for (String help : List.of("--help", "-h")) {
                Answer answer = ask("en", command, help);
                assertThat(answer.code()).as(command).isZero();
                assertThat(answer.err()).isEmpty();
                assertThat(answer.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("  " + command));
            }
        }
        assertThat(ask("en", "demo", "--port", "1", "-h").out()).contains("--members");
    }

    @Test
    void helpListsEveryCommandAndNoOther() throws Exception {
        for (String language : List.of("ar", "en")) {
            Answer answer = ask(language, "help");
            Set<String> listed = answer.out()
                    .lines()
                    .skip(1)
                    .map(line -> line.strip().split(" ")[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(listed).isEqualTo(commands());
        }
        assertThat(ask("ar", "help").out()).contains("الاختبارات");
    }

    @Test
    void aWordThatIsNoCommandIsRefused() throws Exception {
        Answer answer = ask("en", "statistics", "--help");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("There is no such command: statistics\n");
    }
}
