package org.kulluna.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kulluna.shared.Refusal;

class KeySourceTest {
    private static final String WHOLE = KeyRing.fresh().text();

    @TempDir
    Path folder;

    private static KeySource of(String inline) {
        return new KeySource(inline, "none", false);
    }

    private static void assertBroken(KeySource source) {
        assertThatThrownBy(source::ring)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.key()).isEqualTo("keys-broken"));
    }

    @Test
    void takesWholeKeysFromTheEnvironmentOrTheFile() throws Exception {
        assertThat(of(WHOLE).ring().text()).isEqualTo(WHOLE);
        Path file = Files.writeString(folder.resolve("keys"), WHOLE);
        assertThat(new KeySource("", file.toString(), false).ring().text()).isEqualTo(WHOLE);
    }

    @Test
    void refusesKeysWithALineMissingOrCutShort() {
        List<String> lines = WHOLE.lines().toList();
        assertThat(lines).hasSize(7);
        for (String line : lines) {
            assertBroken(of(WHOLE.replace(line + "\n", "")));
            String cut = line.substring(0, line.length() - 8);
            assertBroken(of(WHOLE.replace(line, cut)));
            assertBroken(of(WHOLE.replace(line, cut + "!")));
        }
        assertBroken(of("garbage"));
        assertBroken(new KeySource("", emptyFile(), false));
    }

    @Test
    void refusesSigningHalvesThatDoNotBelongTogether() {
        String other = KeyRing.fresh().text();
        String mixed =
                WHOLE.lines().filter(line -> !line.startsWith("signing.public")).reduce("", (a, b) -> a + b + "\n")
                        + other.lines()
                                .filter(line -> line.startsWith("signing.public"))
                                .findFirst()
                                .orElseThrow();
        assertBroken(of(mixed));
    }

    private String emptyFile() {
        try {
            return Files.createFile(folder.resolve("empty")).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
