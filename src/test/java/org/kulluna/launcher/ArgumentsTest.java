package org.kulluna.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Refusal;

class ArgumentsTest {
    private static final Set<String> KNOWN = Set.of("--port", "--data");

    @Test
    void takesOptionsInBothSpellings() {
        Arguments arguments = Arguments.parse(List.of("--port", "81", "--data=/x/y"), KNOWN, true);
        assertThat(arguments.port(80)).isEqualTo(81);
        assertThat(arguments.data()).isEqualTo(Path.of("/x/y"));
    }

    @Test
    void leavesACommandsOwnWordsAlone() {
        List<String> typed = List.of("import", "--dry-run", "--data", "/x", "a.csv");
        assertThat(Arguments.parse(typed, KNOWN, false).words()).containsExactly("import", "--dry-run", "a.csv");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        for (List<String> wrong : List.of(List.of("--port"), List.of("--prot", "1"), List.of("8080"))) {
            assertThatThrownBy(() -> Arguments.parse(wrong, KNOWN, true)).isInstanceOf(Refusal.class);
        }
        for (String port : List.of("0", "65536", "-1", "x", "", "99999999999")) {
            Arguments arguments = new Arguments(List.of(), Map.of("--port", port));
            assertThatThrownBy(() -> arguments.port(80)).as(port).isInstanceOf(Refusal.class);
        }
    }
}
