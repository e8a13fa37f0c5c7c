package org.kulluna.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;

/**
 * What a member's phone may keep for when there is no network: their own pages, each marked with whose it is. The service
 * worker keeps nothing that is not marked here, and throws away what was kept as soon as an answer is for somebody else.
 */
final class Keeping {
    /** On every page: whose it is, or {@link #NOBODY}. */
    static final String VIEWER = "Kulluna-Viewer";
    /** On a page that may be kept. */
    static final String KEEP = "Kulluna-Keep";

    static final String NOBODY = "none";
    /** Fetched ahead, so that they are there even if nobody opened them. */
    static final List<String> PAGES = List.of("/home", "/inbox", "/volunteering/mine", "/membership/pass");

    private static final Pattern WHISPER = Pattern.compile("/whispers/inbox/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Keeping() {}

    /** {@code account.roles}, both as short hashes: another account or other roles make another key. */
    static String key(Viewer viewer) {
        UUID account = viewer.accountId();
        if (account == null) {
            return NOBODY;
        }
        String roles = viewer.grants().stream()
                .map(g -> g.role() + "@" + g.unit())
                .sorted()
                .collect(Collectors.joining(" "));
        return hash(account.toString(), 8) + "." + hash(roles, 4);
    }

    static boolean keeps(Viewer viewer) {
        return viewer.isSignedIn() && viewer.may(Right.VOLUNTEER);
    }

    /** Pages of members about themselves; never a desk's, which are about others. */
    static boolean isOwn(String path) {
        return PAGES.contains(path) || WHISPER.matcher(path).matches();
    }

    private static String hash(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
