package org.kulluna.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrTest {
    @Test
    void what_was_written_is_what_a_reader_reads() throws Exception {
        for (String text : new String[] {"KULLUNA1:ABC:DEF:123:XYZ", "كلنا نحمي حيّنا", "x".repeat(500)}) {
            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(Qr.of(text).png(4)));
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(new Picture(image))))
                            .getText())
                    .isEqualTo(text);
        }
    }

    @Test
    void the_path_draws_inside_the_quiet_zone() {
        Qr qr = Qr.of("KULLUNA1");
        assertThat(qr.path()).startsWith("M4 4h7v1h-7z");
        assertThat(qr.svg()).contains("viewBox=\"0 0 " + qr.size() + " " + qr.size() + "\"");
    }

    private static final class Picture extends LuminanceSource {
        private final BufferedImage image;

        Picture(BufferedImage image) {
            super(image.getWidth(), image.getHeight());
            this.image = image;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] out = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
            for (int x = 0; x < getWidth(); x++) {
                out[x] = (byte) (image.getRGB(x, y) & 0xff);
            }
            return out;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, null), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }
}
