package org.kulluna.training;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;

/**
 * A session as typed, on the page and in the API.
 *
 * @param id made by the client when it is new: sent again, it makes no second one
 * @param part id of the course's part it teaches; empty: none
 * @param room id of a room; empty: none yet
 * @param instructors membership numbers, with commas or spaces between
 */
public record SessionForm(
        @Nullable String id,
        @Nullable String part,
        @Size(max = 200, message = "too-long") @Nullable String titleAr,
        @Size(max = 200, message = "too-long") @Nullable String titleEn,
        @Nullable String room,
        @NotBlank(message = "required") @Nullable String startsAt,
        @NotBlank(message = "required") @Nullable String endsAt,
        @Size(max = 500, message = "too-long") @Nullable String instructors) {
    private static final Duration LONGEST = Duration.ofHours(24);

    static SessionForm empty(UUID id) {
        return new SessionForm(id.toString(), "", "", "", "", "", "", "");
    }

    static SessionForm of(Session s, String instructors) {
        return new SessionForm(
                s.id().toString(),
                s.part() == null ? "" : s.part().toString(),
                s.part() == null ? s.title().ar() : "",
                s.part() == null ? s.title().en() : "",
                s.room() == null ? "" : s.room().toString(),
                OfferingForm.local(s.startsAt()),
                OfferingForm.local(s.endsAt()),
                instructors);
    }

    /** Without its instructors. @throws org.kulluna.shared.Refusal INVALID with field faults */
    Session wanted(UUID offering) {
        Faults faults = new Faults();
        Instant from = OfferingForm.time("startsAt", startsAt, faults);
        Instant to = OfferingForm.time("endsAt", endsAt, faults);
        boolean backwards = from != null && to != null && !from.isBefore(to);
        faults.when(backwards, "endsAt", "ends-before-start");
        faults.when(
                from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0,
                "endsAt",
                "shift-too-long");
        UUID ofPart = uuid("part", part, faults);
        UUID inRoom = uuid("room", room, faults);
        faults.raise();
        return new Session(
                Typed.id(id),
                offering,
                ofPart,
                new LocalizedText(Typed.text(titleAr), Typed.text(titleEn)),
                inRoom,
                from == null ? Instant.EPOCH : from,
                to == null ? Instant.EPOCH : to,
                Time.PROGRAMME_ZONE,
                false,
                List.of(),
                0);
    }

    /** @throws org.kulluna.shared.Refusal INVALID instructors */
    List<Long> numbers() {
        List<String> typed = numbers("instructors", instructors);
        Faults faults = new Faults();
        faults.when(typed.stream().anyMatch(n -> number(n).isEmpty()), "instructors", "unknown-number");
        faults.raise();
        return typed.stream().flatMap(n -> number(n).stream()).toList();
    }

    /** Each once, as digits without zeros before them, in the order typed; however long. */
    static List<String> numbers(String field, @Nullable String typed) {
        String text = org.kulluna.shared.SearchText.fold(Typed.text(typed)).replaceAll("[,;\u060C\u061B\\s]+", " ");
        Faults faults = new Faults();
        faults.when(!text.matches("[0-9 ]*"), field, "not-a-number");
        faults.raise();
        return Arrays.stream(text.strip().split(" "))
                .filter(n -> !n.isEmpty())
                .map(n -> n.replaceFirst("^0+(?=.)", ""))
                .distinct()
                .toList();
    }

    /** Empty for one that is longer than any membership number. */
    static Optional<Long> number(String digits) {
        return digits.length() > 15 ? Optional.empty() : Optional.of(Long.valueOf(digits));
    }

    private static @Nullable UUID uuid(String field, @Nullable String typed, Faults faults) {
        String text = Typed.text(typed);
        boolean named = text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        faults.when(!text.isEmpty() && !named, field, "not-a-choice");
        return named ? UUID.fromString(text) : null;
    }
}
