package org.kulluna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StylesTest {
    @Test
    void the_built_style_sheet_is_built_from_the_sources_that_stand_beside_it() throws Exception {
        List<String> names;
        try (Stream<Path> all = Files.list(Path.of("styles"))) {
            names = Stream.concat(
                            all.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".css")),
                            Stream.of("package-lock.json", "icons.txt"))
                    .sorted()
                    .toList();
        }
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        for (String name : names) {
            hash.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            hash.update(Files.readAllBytes(Path.of("styles", name)));
        }
        String first = Files.readString(Path.of("src/main/resources/static/app.css"))
                .lines()
                .findFirst()
                .orElse("");
        assertThat(first)
                .as("the styles changed: run ./kulluna styles and commit what it builds")
                .isEqualTo("/* built from " + HexFormat.of().formatHex(hash.digest()) + " */");
    }
}
