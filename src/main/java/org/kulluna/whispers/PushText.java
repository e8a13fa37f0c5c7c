package org.kulluna.whispers;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;

/**
 * What a notification can carry. An encrypted push holds 3,993 bytes (RFC 8291, section 4), and the address, the ids and
 * the names of the fields take their part of it: longer words are cut, and the rest is read where the click leads.
 */
final class PushText {
    static final int MOST_BYTES = 3993;
    private static final int FRAME_BYTES = 493;
    /** For title and body together, in UTF-8, written as JSON. */
    static final int ROOM = MOST_BYTES - FRAME_BYTES;

    private static final String MORE = "\u2026";

    private PushText() {}

    static boolean fits(Wording w) {
        return bytes(w.title()) + bytes(w.body()) <= ROOM;
    }

    /** The whole body, or as much of it as a push carries, cut after a word. */
    static String body(Wording w) {
        return fits(w) ? w.body() : cut(w, ROOM - bytes(w.title()) - bytes(MORE));
    }

    private static String cut(Wording w, int room) {
        BreakIterator letters = BreakIterator.getCharacterInstance(new ULocale(w.language()));
        letters.setText(w.body());
        int end = 0;
        int word = 0;
        int used = 0;
        for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
            String letter = w.body().substring(end, next);
            used += bytes(letter);
            if (used > room) {
                break;
            }
            word = letter.isBlank() ? end : word;
            end = next;
        }
        return w.body().substring(0, word > end / 2 ? word : end).stripTrailing() + MORE;
    }

    /** As in a JSON text: quotes, backslashes and line ends take two, other controls six. */
    static int bytes(String text) {
        int more = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            more += c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t' ? 1 : c < ' ' ? 5 : 0;
        }
        return text.getBytes(StandardCharsets.UTF_8).length + more;
    }
}
