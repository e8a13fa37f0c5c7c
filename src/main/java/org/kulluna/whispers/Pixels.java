package org.kulluna.whispers;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.kulluna.shared.Refusal;

/**
 * Reads a picture that somebody sent and writes it anew: what it was called, what it carried beside its pixels, and what
 * was hidden behind them is gone. How large it says it is, is asked before it is decoded.
 */
final class Pixels {
    static final int LONGEST = 1600;
    private static final int LONGEST_READ = 16_000;
    private static final long MOST_READ = 60_000_000;
    private static final float QUALITY = 0.85f;
    private static final Set<String> READ = Set.of("jpeg", "png");

    /** What was written. */
    record Written(String mediaType, int width, int height, byte[] bytes) {}

    private Pixels() {}

    /** @throws Refusal INVALID picture: not-a-picture, picture-too-large */
    static Written rewrite(byte[] sent) {
        try {
            BufferedImage image = turned(read(sent), Exif.orientation(sent));
            return write(image);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal) {
                throw (Refusal) e;
            }
            // The readers of the JDK break on broken pictures in many ways.
            throw Refusal.invalid("picture", "not-a-picture");
        }
    }

    private static BufferedImage read(byte[] sent) throws IOException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Refusal.invalid("picture", "not-a-picture");
            }
            ImageReader reader = readers.next();
            try {
                if (!READ.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw Refusal.invalid("picture", "not-a-picture");
                }
                reader.setInput(in, true, true);
                return reader.read(0, smaller(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Every so many pixels only, so that a large one never stands in memory whole. */
    private static ImageReadParam smaller(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > LONGEST_READ || height > LONGEST_READ || (long) width * height > MOST_READ) {
            throw Refusal.invalid("picture", "picture-too-large");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.max(1, Math.max(width, height) / LONGEST);
        param.setSourceSubsampling(every, every, 0, 0);
        return param;
    }

    private static BufferedImage turned(BufferedImage read, int orientation) {
        double scale = Math.min(1, (double) LONGEST / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean onItsSide = orientation >= 5;
        boolean clear = read.getColorModel().hasAlpha();
        BufferedImage image = new BufferedImage(
                onItsSide ? height : width,
                onItsSide ? width : height,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        AffineTransform turn = Exif.upright(orientation, width, height);
        turn.scale((double) width / read.getWidth(), (double) height / read.getHeight());
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(read, turn, null);
        g.dispose();
        return image;
    }

    private static Written write(BufferedImage image) throws IOException {
        boolean clear = image.getColorModel().hasAlpha();
        String format = clear ? "png" : "jpeg";
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!clear) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Written("image/" + format, image.getWidth(), image.getHeight(), bytes.toByteArray());
    }
}
