package org.kulluna.shell;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Addresses of our own files with their content's hash, so that browsers may keep them for a year. */
@Component
class Assets {
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    String address(String path) {
        return path + "?v=" + versions.computeIfAbsent(path, Assets::version);
    }

    private static String version(String path) {
        try (InputStream in = Assets.class.getResourceAsStream("/static" + path)) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
