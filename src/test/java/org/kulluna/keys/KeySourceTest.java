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
        assertThat(lines).hasSize(9);
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

    @Test
    void aFileFromBeforeThereWereCredentialsSignsThemWithItsSigningKeyUntilItIsRotated() {
        KeyRing old = KeyRing.parse(
                WHOLE.lines().filter(line -> !line.startsWith("credential")).reduce("", (a, b) -> a + b + "\n"));
        assertThat(of(old.text()).ring().text()).isEqualTo(old.text());
        Keys before = new Keys(old);
        assertThat(before.credentialKeys()).hasSize(1);
        Keys after = new Keys(old.rotated());
        assertThat(of(old.rotated().text()).ring().isWhole()).isTrue();
        assertThat(after.credentialKeys()).hasSize(2);
        assertThat(after.credentialKeys().get(1))
                .isEqualTo(before.credentialKeys().get(0));
    }

    @Test
    void aRetiredKeyOfCredentialsStaysPublishedAndSignsNothingMore() {
        byte[] words = {1, 2, 3};
        KeyRing first = KeyRing.parse(WHOLE);
        KeyRing third = first.rotated().rotated();
        Keys.CredentialSignature signed = new Keys(third).signCredential(words);
        assertThat(signed.isBy(words)).isTrue();
        assertThat(signed.isBy(new byte[] {1, 2, 4})).isFalse();
        assertThat(new Keys(third).credentialKeys()).hasSize(3);
        assertThat(signed.publicKey())
                .isEqualTo(new Keys(third).credentialKeys().get(0));
        assertThat(new Keys(third).credentialKeys().get(2))
                .isEqualTo(new Keys(first).credentialKeys().get(0));
        assertThat(third.has("credential.1.private")).isFalse();
        assertThat(third.has("credential.2.private")).isFalse();
        assertThat(third.isWhole()).isTrue();
    }

    private String emptyFile() {
        try {
            return Files.createFile(folder.resolve("empty")).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
