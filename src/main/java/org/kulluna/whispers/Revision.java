package org.kulluna.whispers;

import java.time.Instant;
import java.util.List;
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
    boolean saysTheSameAs(Revision other) {
        return wordings.equals(other.wordings) && java.util.Objects.equals(picture, other.picture);
    }
}
