package org.kulluna.whispers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/** What was saved once, by whom and when. It never changes. */
public record Revision(
        UUID whisper,
        int number,
        List<Wording> wordings,
        @Nullable UUID picture,
        PersonId writtenBy,
        Instant writtenAt) {
    private Optional<Wording> findIn(String language) {
        return wordings.stream().filter(w -> w.language().equals(language)).findFirst();
    }

    /** Null when it did not say it in that language. */
    public @Nullable Wording find(String language) {
        return findIn(language).orElse(null);
    }

    /** The languages that the newer one left out. */
    public List<String> without(Revision newer) {
        return wordings.stream()
                .map(Wording::language)
                .filter(l -> newer.findIn(l).isEmpty())
                .toList();
    }

    public boolean saysTheSameAs(Revision other) {
        return wordings.equals(other.wordings) && java.util.Objects.equals(picture, other.picture);
    }
}
