package org.kulluna.whispers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;

/**
 * A short message to many, in the words of its newest revision.
 *
 * @param wordings Arabic first, then English, then the others by their code
 * @param picture of the newest revision
 * @param version of the whole, for whoever changes it
 */
public record Whisper(
        UUID id,
        String unit,
        Theme theme,
        WhisperState state,
        int revision,
        List<Wording> wordings,
        @Nullable UUID picture,
        WhisperPlan plan,
        @Nullable Instant sentAt,
        @Nullable Instant recalledAt,
        PersonId createdBy,
        Instant createdAt,
        Instant changedAt,
        int version) {
    private static final int SEARCHED = 400;

    public Optional<Wording> find(String language) {
        return wordings.stream().filter(w -> w.language().equals(language)).findFirst();
    }

    /** For a reader of that language: in it, else in English for whoever does not read Arabic script, else in Arabic. */
    public Wording wording(String language) {
        return find(language)
                .or(() -> find(Wording.direction(language).equals("rtl") ? "ar" : "en"))
                .orElseGet(wordings::getFirst);
    }

    public LocalizedText title() {
        return new LocalizedText(
                find("ar").map(Wording::title).orElse(""),
                find("en").map(Wording::title).orElse(""));
    }

    String search() {
        List<String> texts = new ArrayList<>();
        for (Wording w : wordings) {
            texts.add(w.title());
            texts.add(w.body().substring(0, Math.min(SEARCHED, w.body().length())));
        }
        return SearchText.stored(texts.toArray(String[]::new));
    }
}
