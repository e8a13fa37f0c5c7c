package org.kulluna.keys;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a list of people goes on, for readers who may not know whom it is ordered by: only this house can read it. */
@Component
public class Cursors {
    private static final Pattern SEALED = Pattern.compile("([0-9A-Za-z]{1,20})\\.([0-9A-Za-z_-]{40,400})");
    private final Keys keys;

    Cursors(Keys keys) {
        this.keys = keys;
    }

    /** @param list what it goes on in: it opens for that one only */
    public String seal(String list, String last) {
        Keys.Sealed sealed = keys.seal("cursor " + list + " " + last);
        return sealed.keyId() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.cipher());
    }

    /** Empty for the first page, and for what this house did not write for that list. */
    public Optional<String> open(String list, @Nullable String cursor) {
        Matcher sealed = SEALED.matcher(cursor == null ? "" : cursor);
        if (!sealed.matches()) {
            return Optional.empty();
        }
        String begin = "cursor " + list + " ";
        try {
            String text = keys.open(new Keys.Sealed(Base64.getUrlDecoder().decode(sealed.group(2)), sealed.group(1)));
            return text.startsWith(begin) ? Optional.of(text.substring(begin.length())) : Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
