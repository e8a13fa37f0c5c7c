package org.kulluna.whispers;

import java.awt.geom.AffineTransform;

/** Which way up a phone held its picture (Exif 2.3, tag 0x0112): it is turned by us, because what says so is not kept. */
final class Exif {
    private static final int UPRIGHT = 1;

    private Exif() {}

    /** 1 to 8; 1 when nothing is said or nothing sensible. */
    static int orientation(byte[] jpeg) {
        int at = 2;
        while (at + 4 < jpeg.length && u8(jpeg, 0) == 0xff && u8(jpeg, 1) == 0xd8 && u8(jpeg, at) == 0xff) {
            int marker = u8(jpeg, at + 1);
            int length = u8(jpeg, at + 2) << 8 | u8(jpeg, at + 3);
            if (marker == 0xda || length < 2) {
                return UPRIGHT;
            }
            if (marker == 0xe1 && length > 16 && u8(jpeg, at + 4) == 'E' && u8(jpeg, at + 5) == 'x') {
                return inTiff(jpeg, at + 10, Math.min(jpeg.length, at + 2 + length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inTiff(byte[] b, int start, int end) {
        if (start + 8 > end) {
            return UPRIGHT;
        }
        boolean little = u8(b, start) == 'I';
        long first = u32(b, start + 4, little);
        if (first < 8 || start + first + 2 > end) {
            return UPRIGHT;
        }
        int at = (int) (start + first);
        int entries = u16(b, at, little);
        for (int i = 0; i < entries && at + 2 + (i + 1) * 12 <= end; i++) {
            int entry = at + 2 + i * 12;
            if (u16(b, entry, little) == 0x0112) {
                int said = u16(b, entry + 8, little);
                return said >= 1 && said <= 8 ? said : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** From the picture as stored, that wide and high, to how it should be seen. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int u8(byte[] b, int at) {
        return at < b.length ? b[at] & 0xff : 0;
    }

    private static int u16(byte[] b, int at, boolean little) {
        return little ? u8(b, at) | u8(b, at + 1) << 8 : u8(b, at) << 8 | u8(b, at + 1);
    }

    private static long u32(byte[] b, int at, boolean little) {
        return little
                ? u16(b, at, true) | (long) u16(b, at + 2, true) << 16
                : (long) u16(b, at, false) << 16 | u16(b, at + 2, false);
    }
}
