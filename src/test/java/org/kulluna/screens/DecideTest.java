package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the player decides, and how its plays keep their time, by the tables of cases in src/test/node/screens. */
class DecideTest {
    @Test
    void a_player_decides_by_its_programme_alone(@TempDir Path folder) throws Exception {
        assertThat(run("decide", folder)).contains("\"failed\":[]").containsPattern("\"cases\":2[0-9]");
    }

    @Test
    void plays_of_a_box_whose_clock_is_wrong_or_set_lie_where_they_were(@TempDir Path folder) throws Exception {
        assertThat(run("plays", folder)).contains("\"failed\":[]").contains("\"cases\":7");
    }

    private static String run(String name, Path folder) throws Exception {
        Path module = folder.resolve(name + ".mjs");
        Files.copy(Path.of("src/main/resources/static/js/screens/" + name + ".js"), module);
        Process node = new ProcessBuilder("node", "src/test/node/screens/" + name + ".mjs", module.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return said;
    }
}
