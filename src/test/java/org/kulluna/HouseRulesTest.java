package org.kulluna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house's rules, counted. */
class HouseRulesTest {
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path JTE = Path.of("src/main/jte");

    @Test
    void a_file_can_be_read_at_a_sitting() {
        assertThat(offending(JAVA, ".java", text -> text.lines().count() > 400)).isEmpty();
    }

    @Test
    void names_say_what_a_thing_is() {
        Pattern empty = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Dto|Service|Processor)\\.java");
        assertThat(files(JAVA, ".java")
                        .filter(f -> empty.matcher(f.getFileName().toString()).matches()))
                .isEmpty();
    }

    @Test
    void there_are_no_rooms_for_odds_and_ends() {
        assertThat(Stream.of("common", "util", "config", "dto", "impl")
                        .filter(n -> Files.exists(JAVA.resolve("org/kulluna/" + n))))
                .isEmpty();
    }

    @Test
    void java_holds_no_arabic_words_outside_comments() {
        Pattern arabicInString = Pattern.compile("\"[^\"]*[\\u0621-\\u064a]{2,}[^\"]*\"");
        assertThat(offending(
                        JAVA,
                        ".java",
                        text -> arabicInString
                                .matcher(text.replaceAll("(?m)^\\s*(//|\\*).*$", ""))
                                .find()))
                .as("human text belongs in messages/")
                .isEmpty();
    }

    @Test
    void templates_hold_no_human_text() {
        Pattern words = Pattern.compile(">\\s*([A-Za-z]{3,}|[\\u0621-\\u064a]{2,})[^<>{}$@]*<");
        List<String> found = new ArrayList<>();
        files(JTE, ".jte").forEach(f -> {
            Matcher m = words.matcher(read(f).replaceAll("(?s)<%--.*?--%>", "")
                    .replaceAll("(?m)^\\s*(@|!\\{).*$", "")
                    .replaceAll("lang=\"[a-z]+\"[^>]*>[^<]*", "")
                    .replaceAll("<(kbd|bdi)>[^<]*</(kbd|bdi)>", ""));
            while (m.find()) {
                found.add(f + ": " + m.group());
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void templates_compute_no_scripts_styles_or_foreign_addresses() {
        Pattern unsafe =
                Pattern.compile("\\son[a-z]+=|\\sstyle=|<style|<script(?![^>]*\\ssrc=)|\\$unsafe|javascript:|hx-on");
        assertThat(offending(JTE, ".jte", text -> unsafe.matcher(text).find())).isEmpty();
    }

    @Test
    void every_form_that_posts_carries_the_form_secret_and_names_its_operation() {
        Pattern form = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
        List<String> found = new ArrayList<>();
        files(JTE, ".jte")
                .forEach(f -> form.matcher(read(f)).results().forEach(m -> {
                    if (!m.group().contains("shell.csrf") || !m.group().contains("data-operation=")) {
                        found.add(f + ": " + m.group().lines().findFirst().orElse(""));
                    }
                }));
        assertThat(found).isEmpty();
    }

    @Test
    void styles_know_start_and_end_but_not_left_and_right() {
        Pattern physical = Pattern.compile(
                "(margin|padding|border)-(left|right)|text-align:\\s*(left|right)|[{;\\s](left|right):");
        assertThat(offending(
                        Path.of("styles"),
                        ".css",
                        text -> physical.matcher(text).find()))
                .isEmpty();
    }

    @Test
    void only_the_clock_tells_the_time() {
        Pattern now = Pattern.compile("(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)");
        assertThat(offending(JAVA, ".java", text -> now.matcher(text).find())).isEmpty();
    }

    @Test
    void sql_stands_in_rows_and_migrations_need_nothing_newer_than_postgresql_15() {
        assertThat(offending(Path.of("src/main/resources/db"), ".sql", text -> text.contains("uuidv7(")))
                .isEmpty();
    }

    @Test
    void nothing_names_this_machine_or_a_registry() {
        Pattern leak = Pattern.compile("registry\\.npmjs|repo\\.maven|/work/");
        List<String> found = new ArrayList<>();
        for (String root : List.of("src", "styles", "docs", "bench", ".")) {
            Path dir = Path.of(root);
            if (Files.isDirectory(dir)) {
                try (Stream<Path> all = root.equals(".") ? Files.list(dir) : Files.walk(dir)) {
                    all.filter(Files::isRegularFile)
                            .filter(f -> !f.toString().contains("node_modules")
                                    && !f.toString().endsWith("HouseRulesTest.java"))
                            .filter(f -> f.toString()
                                    .matches(".*\\.(java|md|json|sh|xml|css|js|yaml|properties|jte)|.*kulluna"))
                            .filter(f -> leak.matcher(read(f)).find())
                            .forEach(f -> found.add(f.toString()));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> offending(Path root, String ending, Predicate<String> offends) {
        return files(root, ending)
                .filter(f -> offends.test(read(f)))
                .map(Path::toString)
                .toList();
    }

    private static Stream<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(f -> f.toString().endsWith(ending) && !f.toString().contains("node_modules"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
