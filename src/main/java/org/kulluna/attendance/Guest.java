package org.kulluna.attendance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Words;

/** Somebody at the gate. {@code publicId} is what their pass code carries. */
public record Guest(
        PersonId person,
        LocalizedText name,
        @Nullable Long number,
        @Nullable String publicId,
        LocalizedText role,
        boolean student,
        @Nullable Instant inAt,
        @Nullable Instant outAt,
        boolean isIn,
        boolean absent) {
    /** Role, and what was seen of them: "Usher · in since 15:42". */
    public String line(String language, ZoneId zone) {
        String said = role.in(language);
        String seen = seen(Words.in(language), zone);
        return said.isEmpty() || seen.isEmpty() ? said + seen : said + " · " + seen;
    }

    private String seen(Words words, ZoneId zone) {
        if (isIn && inAt != null) {
            return words.say("attendance.gate.since", Map.of("time", GateResult.time(inAt, zone)));
        }
        if (outAt != null) {
            return words.say("attendance.gate.left", Map.of("time", GateResult.time(outAt, zone)));
        }
        return absent ? words.say("attendance.gate.absent") : "";
    }

    /** in, out, absent, or empty when nothing was seen. */
    public String state() {
        return isIn ? "in" : outAt != null ? "out" : absent ? "absent" : "";
    }

    /** What the search on the phone looks through, without network too. */
    public String search() {
        return SearchText.stored(name.ar(), name.en()) + " " + (number == null ? "" : number);
    }

    /** First letters of the first and the last name: stands where a photo will. */
    public String initials(String language) {
        String[] words = name.in(language).strip().split("\\s+");
        if (words[0].isEmpty()) {
            return "–";
        }
        String first = first(words[0]);
        return words.length == 1 ? first : first + " " + first(words[words.length - 1]);
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
