package org.kulluna.whispers;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.delivery.Notices;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells everybody who wrote at a whisper what became of it. */
@Component
class Writers {
    private final ReviewRows reviews;
    private final Notices notices;

    Writers(ReviewRows reviews, Notices notices) {
        this.reviews = reviews;
        this.notices = notices;
    }

    /** @param by whose deed it was: they know; null when the house did it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID whisper, LocalizedText title, String key, String reason, @Nullable PersonId by) {
        Map<String, String> args = new HashMap<>();
        args.put("titleAr", title.ar());
        args.put("titleEn", title.en());
        args.put("reason", reason);
        Set<PersonId> authors = new LinkedHashSet<>(reviews.authors(whisper));
        authors.remove(by);
        for (PersonId author : authors) {
            notices.tell(author, key, args, "/whispers/manage/" + whisper);
        }
    }
}
