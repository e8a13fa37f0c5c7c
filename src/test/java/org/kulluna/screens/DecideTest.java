package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the player decides, by the table of cases in src/test/node/screens. */
class DecideTest {
    @Test
    void a_player_decides_by_its_programme_alone(@TempDir Path folder) throws Exception {
        Path module = folder.resolve("decide.mjs");
        Files.copy(Path.of("src/main/resources/static/js/screens/decide.js"), module);
        Process node = new ProcessBuilder("node", "src/test/node/screens/decide.mjs", module.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).contains("\"failed\":[]").containsPattern("\"cases\":2[0-9]");
    }
}
