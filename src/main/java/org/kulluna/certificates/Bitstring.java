package org.kulluna.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A status list: one bit for each credential (W3C Bitstring Status List 1.0, section 3.3). The first bit is the highest. */
final class Bitstring {
    /** The least a list may have, so that whoever asks for it does not tell which credential they look at. */
    static final int LENGTH = 131_072;

    private Bitstring() {}

    static String encode(List<Integer> set) {
        byte[] bits = new byte[LENGTH / 8];
        set.forEach(i -> bits[i / 8] |= (byte) (0x80 >> i % 8));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Multibase.base64(packed.toByteArray());
    }
}
