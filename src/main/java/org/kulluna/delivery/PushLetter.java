package org.kulluna.delivery;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The JSON a service worker reads. A text that is too long is cut, never refused: a click leads to the whole. */
final class PushLetter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "ur", "fa", "he", "ps", "sd", "ug", "ckb");
    private static final int LONGEST_TITLE = 600;
    private static final String CUT = "…";

    /** What is added for each device: its id and its code. */
    private static final int FOR_DEVICE = ",\"subscription\":\"\",\"code\":\"\"".length() + 36 + ReceiptCodes.LENGTH;

    private PushLetter() {}

    /** Without the device, in one language, short enough for a push. */
    static String forAll(UUID id, String kind, String language, Pushes.Text text) {
        String title = cut(text.title(), LONGEST_TITLE, language);
        int most = PushCipher.MOST_TEXT - FOR_DEVICE;
        int without = size(written(id, kind, language, new Pushes.Text(title, "", text.path()), false));
        if (without > most) {
            throw new IllegalArgumentException("no room for a text beside the path " + text.path());
        }
        String body = cut(text.body(), most - without, language);
        return written(id, kind, language, new Pushes.Text(title, body, text.path()), false);
    }

    /** Asks devices to take the notification away. */
    static String withdrawn(UUID id, String kind, String language) {
        return written(id, kind, language, new Pushes.Text("", "", "/"), true);
    }

    static byte[] forDevice(String forAll, UUID subscription, String code) {
        return (forAll.substring(0, forAll.length() - 1) + ",\"subscription\":\"" + subscription + "\",\"code\":\""
                        + code + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String written(UUID id, String kind, String language, Pushes.Text text, boolean withdrawn) {
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("id", id.toString());
        letter.put("kind", kind);
        letter.put("title", text.title());
        letter.put("body", text.body());
        letter.put("path", text.path());
        letter.put("language", language);
        letter.put("dir", RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr");
        letter.put("withdrawn", withdrawn);
        return JSON.writeValueAsString(letter);
    }

    /** As many whole letters, with their marks, as fit into so many bytes of JSON. */
    static String cut(String text, int bytes, String language) {
        if (sizeInside(text) <= bytes) {
            return text;
        }
        BreakIterator letters = BreakIterator.getCharacterInstance(ULocale.forLanguageTag(language));
        letters.setText(text);
        int room = bytes - sizeInside(CUT);
        int end = 0;
        int used = 0;
        for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
            used += sizeInside(text.substring(end, next));
            if (used > room) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }

    private static int sizeInside(String text) {
        return size(JSON.writeValueAsString(text)) - 2;
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
