package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Time;

/**
 * A whisper while the programme is being made.
 *
 * @param at when it is or was sent; null while nobody has set a time
 * @param picture name of the drawing; empty: none
 * @param urgentReason empty: not urgent
 */
record DemoWhisper(
        UUID id,
        String code,
        String state,
        String unit,
        String theme,
        @Nullable Instant at,
        @Nullable Instant until,
        String segment,
        DemoAudience audience,
        String picture,
        String urgentReason,
        List<Wording> wordings,
        Instant written) {
    record Wording(String language, String title, String body) {}

    /** A recalled one was out for two hours. */
    private static final long RECALLED_AFTER = 2 * 3600L;

    boolean wasSent() {
        return state.equals("sent") || state.equals("recalled");
    }

    boolean isUrgent() {
        return !urgentReason.isEmpty();
    }

    Instant sentAt() {
        return java.util.Objects.requireNonNull(at);
    }

    /** After this nobody sees it any more. */
    Instant endsAt() {
        return state.equals("recalled")
                ? sentAt().plusSeconds(RECALLED_AFTER)
                : java.util.Objects.requireNonNull(until);
    }

    LocalDate day() {
        return LocalDate.ofInstant(sentAt(), Time.PROGRAMME_ZONE);
    }

    /** What the desk's search looks in. */
    String search() {
        return SearchText.stored(
                wordings.stream().flatMap(w -> Stream.of(w.title(), w.body())).toArray(String[]::new));
    }

    boolean hasLanguage(String language) {
        return wordings.stream().anyMatch(w -> w.language().equals(language));
    }

    /** In which of its languages somebody who reads that one gets it. */
    String spokenTo(String reads) {
        return hasLanguage(reads) ? reads : "en";
    }
}
