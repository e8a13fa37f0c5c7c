package org.kulluna.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.DoubleBinaryOperator;
import javax.imageio.ImageIO;

/** Pictures of dots side by side, in the manner of the house's mark; drawn, so nobody's photograph is in the demo. */
record DotPicture(byte[] png, byte[] hash) {
    static final int WIDTH = 960;
    static final int HEIGHT = 640;

    private static final int STEP = 40;
    private static final Color GROUND = new Color(0xf7f3ea);
    private static final Color PALE = new Color(0xd9cfb8);
    private static final Color DARK = new Color(0x2f3b3a);
    private static final Color GOLD = new Color(0xb68a35);

    static DotPicture draw(String name) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(GROUND);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        DoubleBinaryOperator weight = weight(name);
        for (int y = STEP; y < HEIGHT; y += STEP) {
            for (int x = STEP; x < WIDTH; x += STEP) {
                dot(g, x, y, weight.applyAsDouble((x - WIDTH / 2.0) / HEIGHT * 2, (y - HEIGHT / 2.0) / HEIGHT * 2));
            }
        }
        g.setColor(GOLD);
        g.fill(new Ellipse2D.Double(WIDTH / 2.0 + STEP - 22, HEIGHT / 2.0 - 22, 44, 44));
        g.dispose();
        return stored(image);
    }

    private static void dot(Graphics2D g, int x, int y, double weight) {
        double radius = 5 + 9 * Math.clamp(weight, 0, 1);
        g.setColor(weight > 0.5 ? DARK : PALE);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** How heavy a dot is: x and y from the middle, half the height is one. */
    private static DoubleBinaryOperator weight(String name) {
        return switch (name) {
            case "dots-ring" -> (x, y) -> Math.abs(Math.hypot(x, y) - 0.62) < 0.11 ? 1 : 0.1;
            case "dots-shield" -> (x, y) -> Math.abs(x) < (y < 0 ? 0.55 : 0.55 * (1 - y * y)) && y > -0.7 ? 0.9 : 0.1;
            case "dots-door" ->
                (x, y) -> Math.abs(x) < 0.42 && Math.abs(x) > 0.24 || y < -0.6 && Math.abs(x) < 0.42 ? 0.9 : 0.1;
            default -> (x, y) -> 0.35 + 0.1 * Math.sin(3 * x) * Math.cos(4 * y);
        };
    }

    private static DotPicture stored(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
            byte[] png = out.toByteArray();
            return new DotPicture(png, MessageDigest.getInstance("SHA-256").digest(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
