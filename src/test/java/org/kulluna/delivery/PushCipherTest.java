package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The standards' own examples. */
class PushCipherTest {
    private static final byte[] POINT =
            bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
    private static final byte[] AUTH = bytes("BTBZMqHH6r4Tts7J_aSIgg");

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    @Test
    void the_example_of_rfc_8291_section_5_comes_out_to_the_last_byte() {
        KeyPair mine = new KeyPair(
                P256.point(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.secret(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        byte[] text = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII);
        byte[] body = PushCipher.encrypt(POINT, AUTH, text, mine, bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
                                + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void the_example_of_rfc_8188_section_3_1_comes_out_too() {
        byte[] padded = "I am the walrus\2".getBytes(StandardCharsets.US_ASCII);
        byte[] record = PushCipher.record(bytes("yqdlZ-tYemfogSmv7Ws5PQ"), bytes("I1BsxtFttlv3u_Oo94xnmw"), padded);
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(record))
                .isEqualTo("-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg");
    }

    @Test
    void each_push_has_a_key_of_its_own() {
        byte[] text = {1, 2, 3};
        byte[] one = PushCipher.encrypt(POINT, AUTH, text);
        byte[] two = PushCipher.encrypt(POINT, AUTH, text);
        assertThat(Arrays.copyOfRange(one, 21, 86)).isNotEqualTo(Arrays.copyOfRange(two, 21, 86));
        assertThat(one).hasSize(86 + 3 + 17);
    }

    @Test
    void a_body_is_never_larger_than_4096_bytes() {
        assertThat(PushCipher.encrypt(POINT, AUTH, new byte[PushCipher.MOST_TEXT]))
                .hasSize(4096);
        assertThatThrownBy(() -> PushCipher.encrypt(POINT, AUTH, new byte[PushCipher.MOST_TEXT + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_points_of_the_curve_are_keys() {
        assertThat(P256.isPoint(POINT)).isTrue();
        byte[] beside = POINT.clone();
        beside[64] ^= 1;
        assertThat(P256.isPoint(beside)).isFalse();
        assertThat(P256.isPoint(new byte[65])).isFalse();
        byte[] packed = POINT.clone();
        packed[0] = 2;
        assertThat(P256.isPoint(packed)).isFalse();
        assertThat(P256.isPoint(Arrays.copyOf(POINT, 33))).isFalse();
    }
}
