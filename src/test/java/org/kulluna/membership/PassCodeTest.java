package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The text in a pass's QR, for codes and instants at random. */
class PassCodeTest {
    private static final Random RANDOM = new Random(30);
    private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");

    private record Sample(PassCode code, byte[] secret, Instant at) {}

    private static void samples(BiConsumer<Sample, Random> rule) {
        for (int i = 0; i < 1000; i++) {
            byte[] name = new byte[15];
            byte[] secret = new byte[32];
            RANDOM.nextBytes(name);
            RANDOM.nextBytes(secret);
            Instant at = FIRST.plusSeconds(RANDOM.nextInt(1_000_000_000));
            String device = PassCode.base32(secret).substring(0, 12);
            rule.accept(new Sample(PassCode.of(PassCode.base32(name), device, secret, at), secret, at), RANDOM);
        }
    }

    @Test
    void a_code_is_read_back_as_it_was_written_in_the_letters_a_qr_packs_best() {
        samples((s, random) -> {
            assertThat(PassCode.parse(s.code().text())).contains(s.code());
            assertThat(PassCode.parse("  " + s.code().text() + "\n")).contains(s.code());
            assertThat(s.code().text()).matches("[A-Z0-9:]{1,80}");
        });
    }

    @Test
    void it_is_live_in_its_step_and_one_either_side_and_never_else() {
        samples((s, random) -> {
            long steps = random.nextInt(9) - 4;
            Instant then = s.at().plusSeconds(steps * PassCode.STEP_SECONDS);
            assertThat(s.code().isLive(s.secret(), then)).as(steps + " steps").isEqualTo(Math.abs(steps) <= 1);
        });
    }

    @Test
    void any_other_letter_anywhere_makes_it_dead() {
        samples((s, random) -> {
            String text = s.code().text();
            int at = PassCode.MARK.length() + 1 + random.nextInt(text.length() - PassCode.MARK.length() - 1);
            char was = text.charAt(at);
            char other = was == 'A' ? 'B' : 'A';
            if (was >= '0' && was <= '9') {
                other = was == '9' ? '0' : (char) (was + 1);
            }
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(PassCode.parse(changed).filter(c -> c.isLive(s.secret(), s.at())))
                    .as(changed)
                    .isEmpty();
        });
    }

    @Test
    void the_secret_of_another_device_opens_nothing() {
        samples((s, random) -> {
            byte[] other = s.secret().clone();
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(s.code().isLive(other, s.at())).isFalse();
        });
    }

    @Test
    void whatever_a_camera_reads_gives_an_answer_and_no_bug() {
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(RANDOM.nextBoolean() ? PassCode.MARK + ":" : "");
            for (int length = RANDOM.nextInt(120); length > 0; length--) {
                text.append(RANDOM.nextInt(6) == 0 ? ':' : (char) (RANDOM.nextInt(0x700)));
            }
            PassCode.parse(text.toString())
                    .ifPresent(
                            code -> assertThat(code.isLive(new byte[32], FIRST)).isFalse());
        }
        assertThat(PassCode.parse(PassCode.MARK + ":A:B:999999999999:C")).isPresent();
        assertThat(PassCode.parse(PassCode.MARK + ":A:B:9999999999999999999999:C")
                        .orElseThrow()
                        .device())
                .as("a step beyond all numbers is a printed code")
                .isEmpty();
    }
}
