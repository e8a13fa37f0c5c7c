package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushLetterTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ID = UUID.randomUUID();

    private static byte[] letter(String title, String body) {
        String all = PushLetter.forAll(ID, "whisper", "ar", new Pushes.Text(title, body, "/whispers/" + ID));
        return PushLetter.forDevice(all, ID, "c".repeat(ReceiptCodes.LENGTH));
    }

    @Test
    void a_service_worker_reads_what_it_needs() {
        JsonNode read = JSON.readTree(letter("همسة", "شكرًا \"لكم\"\n<b>"));
        assertThat(read.path("id").asString()).isEqualTo(ID.toString());
        assertThat(read.path("kind").asString()).isEqualTo("whisper");
        assertThat(read.path("title").asString()).isEqualTo("همسة");
        assertThat(read.path("body").asString()).isEqualTo("شكرًا \"لكم\"\n<b>");
        assertThat(read.path("path").asString()).isEqualTo("/whispers/" + ID);
        assertThat(read.path("dir").asString()).isEqualTo("rtl");
        assertThat(read.path("subscription").asString()).isEqualTo(ID.toString());
        assertThat(read.path("code").asString()).hasSize(22);
        assertThat(read.path("withdrawn").asBoolean()).isFalse();
    }

    @Test
    void a_long_text_is_cut_to_the_last_byte_that_fits_and_never_inside_a_letter() {
        String letter = "شَّ";
        for (int shift = 0; shift < 8; shift++) {
            byte[] bytes = letter("ع".repeat(2000), "x".repeat(shift) + letter.repeat(3000));
            assertThat(bytes.length).isBetween(PushCipher.MOST_TEXT - 8, PushCipher.MOST_TEXT);
            JsonNode read = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            String body = read.path("body").asString();
            assertThat(body).endsWith("ش" + "َّ…".substring(0, 2) + "…");
            assertThat(read.path("title").asString()).endsWith("…");
        }
    }

    @Test
    void signs_that_json_writes_longer_are_counted_as_written() {
        assertThat(letter("t", "\"\n\u0001".repeat(3000)).length).isLessThanOrEqualTo(PushCipher.MOST_TEXT);
        assertThat(letter("t", "👩‍👩‍👧‍👦".repeat(400)).length).isLessThanOrEqualTo(PushCipher.MOST_TEXT);
        assertThat(new String(letter("t", "👩‍👩‍👧‍👦".repeat(400)), StandardCharsets.UTF_8))
                .contains("👦…");
    }
}
