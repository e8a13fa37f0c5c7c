package org.kulluna.support;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** How others read what the house prints: poppler's pdftotext and pdftoppm, zbarimg, qpdf. ./kulluna installs them. */
public final class PaperTools {
    private PaperTools() {}

    /** As pdftotext gives it, without the marks it puts around each direction; nothing else is changed. */
    public static String text(byte[] pdf) {
        return on(pdf, file -> run("pdftotext", file.toString(), "-")).replaceAll("[\u202a-\u202e]", "");
    }

    /** Without the house's own marks between directions too, and with one space for each gap and line. */
    public static String letters(byte[] pdf) {
        return text(pdf).replaceAll("[\u200e\u200f]", "").replaceAll("\\s+", " ");
    }

    /** What qpdf says is wrong; empty when nothing is. */
    public static String faults(byte[] pdf) {
        return on(pdf, file -> {
            String said = run("qpdf", "--check", file.toString());
            return said.contains("No syntax or stream encoding errors found") && !said.contains("WARNING") ? "" : said;
        });
    }

    /** What the QR codes on its first page say, one a line. */
    public static String codes(byte[] pdf) {
        return on(pdf, file -> {
            run("pdftoppm", "-r", "150", "-png", "-singlefile", file.toString(), file + ".page");
            Path page = Path.of(file + ".page.png");
            String said = run("zbarimg", "--quiet", "--raw", page.toString());
            Files.delete(page);
            return said.lines().filter(l -> l.startsWith("http")).findFirst().orElse(said);
        });
    }

    /** Its first page as poppler draws it. */
    public static BufferedImage picture(byte[] pdf, int dotsPerInch) {
        return on(pdf, file -> {
            run("pdftoppm", "-r", "" + dotsPerInch, "-png", "-singlefile", file.toString(), file + ".page");
            Path page = Path.of(file + ".page.png");
            BufferedImage image = ImageIO.read(page.toFile());
            Files.delete(page);
            return image;
        });
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> T on(byte[] pdf, Reader<T> reader) {
        try {
            Path file = Files.createTempFile("paper", ".pdf");
            try {
                Files.write(file, pdf);
                return reader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("is it installed? apt install poppler-utils zbar-tools qpdf", e);
        }
    }

    private static String run(String... command) throws IOException {
        Process p =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        return new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
