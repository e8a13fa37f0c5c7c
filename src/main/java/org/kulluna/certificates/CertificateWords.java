package org.kulluna.certificates;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Words;

/** What a certificate says, in both languages at once. */
record CertificateWords(Certificate certificate, LocalizedText issuer, LocalDate day) {
    /** Certificates of one kind have the same unchanging words. */
    record Kind(boolean course, boolean demo) {}

    record Fact(LocalizedText label, LocalizedText value) {}

    private static final String KEY = "certificates.paper.";
    private static final DateTimeFormatter ARABIC = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("ar", "AE"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static LocalizedText of(String key) {
        return both(words -> words.say(KEY + key));
    }

    static LocalizedText house() {
        return both(words -> words.say("shell.footer"));
    }

    static LocalizedText demo() {
        return both(words -> words.say("shell.demo"));
    }

    static LocalizedText heading(Kind kind) {
        return of(kind.course() ? "of-completion" : "of-qualification");
    }

    static LocalizedText purpose(Kind kind) {
        return of(kind.course() ? "for-course" : "for-qualification");
    }

    /** Of the file, in the language it is read in first. */
    String title() {
        return Words.in("ar")
                .say(KEY + "title", Map.of("name", certificate.name().in("ar")));
    }

    LocalizedText achievement() {
        LocalizedText course = certificate.course();
        return course == null ? certificate.title() : course;
    }

    /** Empty when the course says it already. */
    LocalizedText qualification() {
        if (certificate.course() == null
                || certificate.title().ar().equals(certificate.course().ar())) {
            return new LocalizedText("", "");
        }
        return new LocalizedText(
                say("ar", "with-qualification", "title", certificate.title().in("ar")),
                say("en", "with-qualification", "title", certificate.title().in("en")));
    }

    /** Empty when it stands; how it stands otherwise. */
    LocalizedText standing() {
        LocalDate end = certificate.validTo();
        return switch (certificate.on(day)) {
            case EXPIRED -> on("is-expired", end == null ? day : end);
            case SUPERSEDED -> of("is-superseded");
            case NOT_YET -> on("is-not-yet", certificate.validFrom());
            case VALID, REVOKED -> new LocalizedText("", "");
        };
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                of("issuer"), new LocalizedText(issuer.in("ar"), issuer.ar().isBlank() ? "" : issuer.en())));
        Integer minutes = certificate.minutes();
        if (minutes != null && minutes > 0) {
            facts.add(new Fact(of("attended"), both(words -> time(words, minutes))));
        }
        facts.add(new Fact(of("given-on"), date(certificate.validFrom())));
        facts.add(new Fact(of("valid-until"), until(certificate.validTo())));
        return facts;
    }

    private static LocalizedText until(@Nullable LocalDate end) {
        return end == null ? of("without-end") : date(end);
    }

    private static String time(Words words, int minutes) {
        String hours = words.say(KEY + "hours", Map.of("hours", minutes / 60));
        String rest = words.say(KEY + "minutes", Map.of("minutes", minutes % 60));
        if (minutes % 60 == 0) {
            return hours;
        }
        return minutes < 60 ? rest : words.say(KEY + "hours-and-minutes", Map.of("hours", hours, "minutes", rest));
    }

    private static LocalizedText on(String key, LocalDate day) {
        LocalizedText date = date(day);
        return new LocalizedText(say("ar", key, "day", date.ar()), say("en", key, "day", date.en()));
    }

    private static LocalizedText date(LocalDate day) {
        return new LocalizedText(ARABIC.format(day), ENGLISH.format(day));
    }

    private static String say(String language, String key, String name, String value) {
        return Words.in(language).say(KEY + key, Map.of(name, value));
    }

    private static LocalizedText both(Function<Words, String> say) {
        return new LocalizedText(say.apply(Words.in("ar")), say.apply(Words.in("en")));
    }
}
