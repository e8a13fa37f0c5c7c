package org.kulluna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents say nothing that is not there: files they link to, commands they name, settings they list. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./kulluna ([a-z]+)");
    private static final Pattern SETTING = Pattern.compile("KULLUNA_[A-Z_]*[A-Z]");

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> styles = Files.list(Path.of("styles"))) {
            return Stream.of(top, docs, styles)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(m -> m.group(group)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_link_of_a_document_leads_to_a_file() throws IOException {
        assertThat(documents().size()).isGreaterThan(14);
        List<String> dead = new ArrayList<>();
        for (Path document : documents()) {
            for (String link : found(LINK, read(document), 1)) {
                boolean foreign = link.contains("://") || link.startsWith("mailto:");
                if (!foreign && !Files.exists(document.toAbsolutePath().resolveSibling(link))) {
                    dead.add(document + ": " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void every_command_and_setting_of_a_document_is_known() throws IOException {
        String launcher = read(Path.of("kulluna"));
        String known;
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            known = launcher
                    + sources.filter(f -> f.toString().matches(".*\\.(java|yml|yaml|properties)"))
                            .map(DocumentsTest::read)
                            .collect(Collectors.joining());
        }
        for (Path document : documents()) {
            for (String command : found(COMMAND, read(document), 1)) {
                assertThat(launcher)
                        .as(document + ": " + command)
                        .containsPattern("(?m)^  ([a-z|]+\\|)?" + command + "(\\||\\))");
            }
            assertThat(found(SETTING, read(document), 0))
                    .as(document.toString())
                    .allSatisfy(setting -> assertThat(known).contains(setting));
        }
    }

    @Test
    void pictures_of_the_documents_are_small() throws IOException {
        try (Stream<Path> pictures = Files.list(Path.of("docs/pictures"))) {
            assertThat(pictures.toList())
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(Files.size(picture))
                            .as(picture.toString())
                            .isBetween(2_000L, 300_000L));
        }
    }
}
