package org.kulluna.whispers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audience.Filter;
import org.kulluna.audience.FilterForm;
import org.kulluna.shared.Faults;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;

/**
 * A whisper as typed, on the page and in the API.
 *
 * @param id made by the client when it is new: sent again, it makes no second one
 * @param version of what is changed, as it was read; not needed for a new one
 * @param theme volunteering, social_responsibility, positive_citizenship or safety
 * @param picture id of one that was added before; empty for none
 * @param wordings Arabic and English, and any others (ISO 639); one without title and body is left out
 * @param segment id of a saved choice of members; empty for everybody the writer may address
 * @param onApp, onScreens at least one of them
 * @param sendAt in the programme's zone, or an instant; empty: when an officer sends it
 * @param expiresAt likewise
 * @param urgentReason needed when it is urgent
 * @param audience whom it is for when no segment is named; left out: as it was, or everybody
 */
public record WhisperForm(
        @Nullable String id,
        @Nullable String version,
        @Nullable String unit,
        @Nullable String theme,
        @Nullable String picture,
        @Nullable List<@Nullable WordingForm> wordings,
        @Nullable String segment,
        @Nullable String onApp,
        @Nullable String onScreens,
        @Nullable String sendAt,
        @Nullable String expiresAt,
        @Nullable String urgent,
        @Nullable String urgentReason,
        @Nullable FilterForm audience) {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_BODY = 6000;
    static final int LONGEST_ALT = 300;
    static final int MOST_LANGUAGES = 12;
    static final List<String> NEEDED = List.of("ar", "en");
    private static final Set<String> KNOWN = new TreeSet<>(Arrays.asList(java.util.Locale.getISOLanguages()));

    public record WordingForm(
            @Nullable String language,
            @Nullable String title,
            @Nullable String body,
            @Nullable String alt) {
        Wording wording() {
            return new Wording(Typed.text(language), line(title), lines(body), line(alt));
        }
    }

    /** The languages a whisper can be written in besides those it must: those most members speak first. */
    public static List<String> languages() {
        Set<String> all = new java.util.LinkedHashSet<>(
                List.of("ur", "hi", "bn", "ml", "ta", "te", "tl", "ne", "si", "fa", "ps", "fr", "ru", "zh"));
        all.addAll(KNOWN);
        NEEDED.forEach(all::remove);
        return List.copyOf(all);
    }

    static WhisperForm empty(String id, String unit) {
        return new WhisperForm(id, "", unit, "", "", List.of(), "", "on", "on", "", "", "", "", FilterForm.EMPTY);
    }

    static WhisperForm of(Whisper w) {
        WhisperPlan p = w.plan();
        return new WhisperForm(
                w.id().toString(),
                String.valueOf(w.version()),
                w.unit(),
                w.theme().text(),
                w.picture() == null ? "" : w.picture().toString(),
                w.wordings().stream()
                        .<@Nullable WordingForm>map(
                                t -> new WordingForm(t.language(), t.title(), t.body(), t.pictureAlt()))
                        .toList(),
                p.segment() == null ? "" : p.segment().toString(),
                p.onApp() ? "on" : "",
                p.onScreens() ? "on" : "",
                local(p.sendAt()),
                local(p.expiresAt()),
                p.urgent() ? "on" : "",
                p.urgentReason(),
                FilterForm.of(p.audience()));
    }

    WhisperForm withPicture(String id) {
        return new WhisperForm(
                this.id,
                version,
                unit,
                theme,
                id,
                wordings,
                segment,
                onApp,
                onScreens,
                sendAt,
                expiresAt,
                urgent,
                urgentReason,
                audience);
    }

    /** With one language more to be written; nonsense adds none. */
    WhisperForm withLanguage(String language) {
        List<@Nullable WordingForm> more = new ArrayList<>(wordings == null ? List.of() : wordings);
        if (isLanguage(language) && rows().stream().noneMatch(w -> w.language().equals(language))) {
            more.add(new WordingForm(language, "", "", ""));
        }
        return new WhisperForm(
                id,
                version,
                unit,
                theme,
                picture,
                more,
                segment,
                onApp,
                onScreens,
                sendAt,
                expiresAt,
                urgent,
                urgentReason,
                audience);
    }

    /** As the page shows them: Arabic and English always, then the others as typed. */
    public List<Wording> rows() {
        List<Wording> typed = typed();
        List<Wording> rows = new ArrayList<>();
        for (String needed : NEEDED) {
            rows.add(typed.stream()
                    .filter(w -> w.language().equals(needed))
                    .findFirst()
                    .orElse(new Wording(needed, "", "", "")));
        }
        typed.stream()
                .filter(w -> !NEEDED.contains(w.language()) && isLanguage(w.language()))
                .forEach(rows::add);
        return rows;
    }

    private List<Wording> typed() {
        List<Wording> typed = new ArrayList<>();
        for (WordingForm w : wordings == null ? List.<@Nullable WordingForm>of() : wordings) {
            if (w != null) {
                typed.add(w.wording());
            }
        }
        return typed;
    }

    /** What was written, Arabic first, then English, then the others by their code. */
    List<Wording> written() {
        return typed().stream()
                .filter(w -> NEEDED.contains(w.language())
                        || !w.title().isEmpty()
                        || !w.body().isEmpty())
                .sorted(java.util.Comparator.comparing(
                                (Wording w) -> !w.language().equals("ar"))
                        .thenComparing(w -> !w.language().equals("en"))
                        .thenComparing(Wording::language))
                .map(w -> hasPicture() ? w : new Wording(w.language(), w.title(), w.body(), ""))
                .toList();
    }

    public FilterForm audienceTyped() {
        return audience == null ? FilterForm.EMPTY : audience;
    }

    private boolean hasPicture() {
        return !Typed.text(picture).isEmpty();
    }

    @Nullable
    UUID segmentId() {
        return Typed.text(segment).isEmpty() ? null : Typed.uuid("segment", segment);
    }

    WhisperPlan plan(Filter filter) {
        boolean isUrgent = Typed.yes(urgent);
        return new WhisperPlan(
                segmentId(),
                filter,
                Typed.yes(onApp),
                Typed.yes(onScreens),
                Typed.instant(sendAt, Time.PROGRAMME_ZONE),
                Typed.instant(expiresAt, Time.PROGRAMME_ZONE),
                isUrgent,
                isUrgent ? line(urgentReason) : "");
    }

    /** @throws org.kulluna.shared.Refusal INVALID; faults of words are named title-ar, body-ur, alt-en */
    void check(Instant now) {
        Faults faults = new Faults();
        faults.when(Theme.find(Typed.text(theme)).isEmpty(), "theme", "not-a-choice");
        checkWords(faults);
        faults.when(!Typed.yes(onApp) && !Typed.yes(onScreens), "onApp", "one-channel");
        checkTimes(faults, now);
        String reason = line(urgentReason);
        faults.when(Typed.yes(urgent) && reason.isEmpty(), "urgentReason", "required");
        faults.when(reason.length() > LONGEST_ALT, "urgentReason", "too-long");
        faults.raise();
    }

    private void checkWords(Faults faults) {
        List<Wording> all = written();
        List<String> languages = all.stream().map(Wording::language).toList();
        for (String needed : NEEDED) {
            faults.when(!languages.contains(needed), "title-" + needed, "required");
        }
        faults.when(all.size() > MOST_LANGUAGES, "wordings", "too-many");
        faults.when(Set.copyOf(languages).size() < languages.size(), "wordings", "language-twice");
        for (Wording w : all) {
            if (!isLanguage(w.language())) {
                faults.when(true, "wordings", "not-a-choice");
                continue;
            }
            faults.when(w.title().isEmpty(), "title-" + w.language(), "required");
            faults.when(w.title().length() > LONGEST_TITLE, "title-" + w.language(), "too-long");
            faults.when(w.body().isEmpty(), "body-" + w.language(), "required");
            faults.when(w.body().length() > LONGEST_BODY, "body-" + w.language(), "too-long");
            faults.when(hasPicture() && w.pictureAlt().isEmpty(), "alt-" + w.language(), "required");
            faults.when(w.pictureAlt().length() > LONGEST_ALT, "alt-" + w.language(), "too-long");
        }
    }

    private void checkTimes(Faults faults, Instant now) {
        Instant from = Typed.instant(sendAt, Time.PROGRAMME_ZONE);
        Instant to = Typed.instant(expiresAt, Time.PROGRAMME_ZONE);
        faults.when(from == null && !Typed.text(sendAt).isEmpty(), "sendAt", "not-a-time");
        faults.when(to == null && !Typed.text(expiresAt).isEmpty(), "expiresAt", "not-a-time");
        faults.when(to != null && !to.isAfter(now), "expiresAt", "in-the-past");
        faults.when(to != null && from != null && !to.isAfter(from), "expiresAt", "ends-before-it-starts");
    }

    private static boolean isLanguage(String code) {
        return NEEDED.contains(code) || KNOWN.contains(code);
    }

    private static String local(@Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(Time.PROGRAMME_ZONE)
                        .toLocalDateTime()
                        .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                        .toString();
    }

    /** Without line ends and other controls; marks of direction stay, they belong to the text. */
    private static String line(@Nullable String typed) {
        return Typed.text(typed).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String lines(@Nullable String typed) {
        return Typed.text(typed)
                .replaceAll("\r\n?", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]+", " ")
                .strip();
    }

    /** The picture it names, if any. @throws org.kulluna.shared.Refusal INVALID when it is no id */
    @Nullable
    UUID pictureId() {
        return hasPicture() ? Typed.uuid("picture", picture) : null;
    }
}
