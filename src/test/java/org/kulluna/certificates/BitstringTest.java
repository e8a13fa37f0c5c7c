package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BitstringTest {
    /** The list of W3C Bitstring Status List 1.0, example 2: nothing is revoked. */
    private static final String OF_THE_STANDARD =
            "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

    private static byte[] open(String encoded) throws IOException {
        assertThat(encoded).startsWith("u");
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @Test
    void an_empty_list_says_what_that_of_the_standard_says() throws Exception {
        assertThat(open(Bitstring.encode(List.of())))
                .isEqualTo(open(OF_THE_STANDARD))
                .hasSize(16_384);
    }

    @Test
    void the_first_bit_is_the_highest_of_the_first_byte_and_the_last_one_the_lowest_of_the_last() throws Exception {
        byte[] bits = open(Bitstring.encode(List.of(0, 9, Bitstring.LENGTH - 1)));
        assertThat(bits[0]).isEqualTo((byte) 0x80);
        assertThat(bits[1]).isEqualTo((byte) 0x40);
        assertThat(bits[bits.length - 1]).isEqualTo((byte) 0x01);
        assertThat(IntStream.range(0, bits.length)
                        .map(i -> Integer.bitCount(bits[i] & 0xff))
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void the_same_list_is_written_the_same_way() {
        assertThat(Bitstring.encode(List.of(5, 70_000))).isEqualTo(Bitstring.encode(List.of(70_000, 5)));
    }
}
