package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Refusal;

class PixelsTest {
    static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, width / 2, height);
        g.setColor(Color.BLUE);
        g.fillRect(width / 2, 0, width - width / 2, height);
        g.dispose();
        return encoded(image, format);
    }

    private static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(byte[] sent, String fault) {
        assertThatThrownBy(() -> Pixels.rewrite(sent))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.faults()).containsEntry("picture", List.of(fault)));
    }

    @ParameterizedTest
    @CsvSource({"png,800,400,800,400", "jpg,4000,1000,1600,400", "png,100,3200,50,1600", "jpg,1,1,1,1"})
    void a_picture_keeps_its_shape_and_is_at_most_1600_long(String format, int width, int height, int wide, int high) {
        Pixels.Written w = Pixels.rewrite(picture(format, width, height));
        assertThat(w.width()).isEqualTo(wide);
        assertThat(w.height()).isEqualTo(high);
        assertThat(w.mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void what_is_clear_stays_clear() throws IOException {
        BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        Pixels.Written w = Pixels.rewrite(encoded(clear, "png"));
        assertThat(w.mediaType()).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(w.bytes())).getRGB(3, 3) >>> 24)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "MZ\u0090\u0000 This program cannot be run in DOS mode",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?php system($_GET['c']); ?>",
                "GIF89a\u0001\u0000\u0001\u0000",
                "BM\u0000\u0000"
            })
    void a_program_or_a_page_called_picture_is_refused(String sent) {
        refused(sent.getBytes(StandardCharsets.ISO_8859_1), "not-a-picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void other_kinds_of_pictures_are_refused(String format) {
        refused(picture(format, 10, 10), "not-a-picture");
    }

    @Test
    void a_cut_or_broken_picture_is_refused_or_drawn_but_breaks_nothing() {
        byte[] png = picture("png", 300, 300);
        refused(Arrays.copyOf(png, 40), "not-a-picture");
        for (int at = 8; at < png.length; at += 7) {
            byte[] broken = png.clone();
            broken[at] ^= (byte) 0xff;
            try {
                assertThat(Pixels.rewrite(broken).width()).isPositive();
            } catch (Refusal refusal) {
                assertThat(refusal.faults()).containsKey("picture");
            }
        }
    }

    @Test
    void a_bomb_is_refused_by_what_it_says_of_itself() {
        byte[] png = picture("png", 10, 10);
        ByteBuffer b = ByteBuffer.wrap(png);
        b.putInt(16, 15_000);
        b.putInt(20, 15_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        b.putInt(29, (int) crc.getValue());
        refused(png, "picture-too-large");
        b.putInt(16, 2_000_000_000);
        crc.reset();
        crc.update(png, 12, 17);
        b.putInt(29, (int) crc.getValue());
        refused(png, "picture-too-large");
    }

    @Test
    void what_was_carried_beside_the_pixels_is_gone() {
        byte[] jpeg = picture("jpg", 50, 50);
        byte[] secret = "GPS 24.4539 54.3773 <script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] sent = new byte[jpeg.length + secret.length + 4 + secret.length];
        System.arraycopy(jpeg, 0, sent, 0, 2);
        sent[2] = (byte) 0xff;
        sent[3] = (byte) 0xfe;
        sent[4] = 0;
        sent[5] = (byte) (secret.length + 2);
        System.arraycopy(secret, 0, sent, 6, secret.length);
        System.arraycopy(jpeg, 2, sent, 6 + secret.length, jpeg.length - 2);
        System.arraycopy(secret, 0, sent, 4 + secret.length + jpeg.length, secret.length);
        String kept = new String(Pixels.rewrite(sent).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(kept).doesNotContain("GPS").doesNotContain("script");
    }

    /** Red is on the start of the stored picture; the phone was held so that it is seen elsewhere. */
    @ParameterizedTest
    @CsvSource({"1,80,40,10,20", "3,80,40,70,20", "6,40,80,20,10", "8,40,80,20,70"})
    void a_phone_held_on_its_side_gives_an_upright_picture(int said, int width, int height, int redX, int redY)
            throws IOException {
        byte[] jpeg = picture("jpg", 80, 40);
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) said,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] sent = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, sent, 0, 2);
        System.arraycopy(exif, 0, sent, 2, exif.length);
        System.arraycopy(jpeg, 2, sent, 2 + exif.length, jpeg.length - 2);
        Pixels.Written w = Pixels.rewrite(sent);
        assertThat(List.of(w.width(), w.height())).containsExactly(width, height);
        Color seen = new Color(ImageIO.read(new ByteArrayInputStream(w.bytes())).getRGB(redX, redY));
        assertThat(seen.getRed()).isGreaterThan(200);
        assertThat(seen.getBlue()).isLessThan(60);
    }
}
