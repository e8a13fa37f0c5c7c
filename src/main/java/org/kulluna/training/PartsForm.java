package org.kulluna.training;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Typed;

/** All parts of a course as typed, in order. A line with nothing in it is none. */
public record PartsForm(@Nullable List<PartForm> parts) {
    private static final int SPARE = 2;

    /**
     * One part.
     *
     * @param id made by the client when it is new: sent again, it makes no second one
     * @param minutes from 5 to 1440
     */
    public record PartForm(
            @Nullable String id,
            @Nullable String titleAr,
            @Nullable String titleEn,
            @Nullable String minutes) {
        boolean isBlank() {
            return Typed.text(titleAr).isEmpty()
                    && Typed.text(titleEn).isEmpty()
                    && Typed.text(minutes).isEmpty();
        }
    }

    static PartsForm of(List<Part> parts) {
        return new PartsForm(parts.stream()
                .map(p -> new PartForm(
                        p.id().toString(), p.title().ar(), p.title().en(), String.valueOf(p.minutes())))
                .toList());
    }

    /** What the page shows: all that is typed, and some empty lines to go on with. */
    public List<PartForm> lines() {
        List<PartForm> all = new ArrayList<>();
        if (parts != null) {
            parts.stream().filter(p -> p != null && !p.isBlank()).forEach(all::add);
        }
        for (int i = 0; i < SPARE; i++) {
            all.add(new PartForm(Ids.next().toString(), "", "", ""));
        }
        return all;
    }

    List<Part> wanted() {
        List<Part> all = new ArrayList<>();
        for (PartForm p : parts == null ? List.<PartForm>of() : parts) {
            if (p != null && !p.isBlank()) {
                UUID id = Typed.id(p.id());
                all.add(new Part(
                        id,
                        new LocalizedText(Typed.text(p.titleAr()), Typed.text(p.titleEn())),
                        Typed.number(p.minutes(), -1)));
            }
        }
        return all;
    }
}
