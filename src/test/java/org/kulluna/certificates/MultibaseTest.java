package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Vectors of the IETF draft on base58, and of W3C vc-di-eddsa 1.0, appendix B.1. */
class MultibaseTest {
    @Test
    void base58_is_that_of_the_draft() {
        assertThat(Multibase.base58("Hello World!".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("z2NEpo7TZRRrLZSi2U");
        assertThat(Multibase.base58("The quick brown fox jumps over the lazy dog."
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z");
        assertThat(Multibase.base58(HexFormat.of().parseHex("0000287fb4cd"))).isEqualTo("z11233QC4");
        assertThat(Multibase.base58(new byte[0])).isEqualTo("z");
    }

    @Test
    void a_public_key_and_a_signature_are_written_as_the_standard_writes_them() {
        byte[] key = HexFormat.of().parseHex("b00d8d938e7f773d51565aad36a623f5344f7f5d1960f9cf3e8e12620ea2810f");
        assertThat(Multibase.multikey(key)).isEqualTo("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
        byte[] signature = HexFormat.of()
                .parseHex("4d8e53c2d5b3f2a7891753eb16ca993325bdb0d3cfc5be1093d0a18426f5ef85"
                        + "78cadc0fd4b5f4dd0d1ce0aefd15ab120b7a894d0eb094ffda4e6553cd1ed50d");
        assertThat(Multibase.base58(signature))
                .isEqualTo("z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme");
    }

    @Test
    void base64_is_for_addresses_and_has_no_padding() {
        assertThat(Multibase.base64(new byte[] {(byte) 0xfb, (byte) 0xff})).isEqualTo("u-_8");
    }
}
