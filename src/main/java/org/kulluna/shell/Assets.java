package org.kulluna.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Addresses of our own files with their content's hash, so that browsers may keep them for a year. Scripts carry one hash
 * of them all as a folder, {@code /js/<hash>/nav.js}: what a script imports beside itself then is of the same release.
 */
@Component
class Assets {
    private static final Map<String, String> VERSIONS = new ConcurrentHashMap<>();
    private static final String SCRIPTS = "/js/";

    String address(String path) {
        return path.startsWith(SCRIPTS) ? scripts() + path.substring(SCRIPTS.length()) : versioned(path);
    }

    static String versioned(String path) {
        return path + "?v=" + VERSIONS.computeIfAbsent(path, p -> hash(List.of("classpath:/static" + p)));
    }

    /** The folder of all scripts, with a slash at its end. */
    static String scripts() {
        return SCRIPTS + VERSIONS.computeIfAbsent(SCRIPTS, p -> hash(List.of("classpath:/static/js/**"))) + "/";
    }

    /** One hash over those files, in the order of their addresses. */
    private static String hash(List<String> patterns) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String pattern : patterns) {
                Resource[] files = new PathMatchingResourcePatternResolver().getResources(pattern);
                Arrays.sort(files, Comparator.comparing(Resource::getDescription));
                for (Resource file : files) {
                    if (file.isReadable()) {
                        digest.update(file.getContentAsByteArray());
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
