package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Time;

/** Applications at every step: just received, being vetted, waiting for the decision; some refused or withdrawn. */
final class Applicants {
    /** Where an application stands and how its vetting does. */
    private enum Stage {
        RECEIVED("received", "not_started", 17),
        IDENTIFIED("in_review", "not_started", 11),
        VETTING("in_review", "in_progress", 15),
        CLEARED("in_review", "cleared", 13),
        STOPPED("in_review", "refused", 4),
        REFUSED("refused", "refused", 5),
        WITHDRAWN("withdrawn", "withdrawn", 4);

        final String state;
        final String vetting;
        final int count;

        Stage(String state, String vetting, int count) {
            this.state = state;
            this.vetting = vetting;
            this.count = count;
        }

        boolean isDecided() {
            return this == REFUSED || this == WITHDRAWN;
        }
    }

    private final Tables tables;
    private final PersonWriter persons;
    private final Officers officers;
    private final Population population;
    private final Texts texts;
    private final Keys keys;
    private final Instant now;
    private final Dice dice;

    Applicants(
            Tables tables,
            PersonWriter persons,
            Officers officers,
            Population population,
            Texts texts,
            Keys keys,
            Instant now,
            Dice dice) {
        this.tables = tables;
        this.persons = persons;
        this.officers = officers;
        this.population = population;
        this.texts = texts;
        this.keys = keys;
        this.now = now;
        this.dice = dice;
    }

    void write() {
        Lots<String> nationalities = new Lots<>();
        population.names.nations().forEach(n -> nationalities.add(n.code(), n.weight()));
        for (Stage stage : Stage.values()) {
            for (int i = 0; i < stage.count; i++) {
                int days = stage == Stage.RECEIVED ? dice.between(0, 5) : dice.between(6, 40);
                Instant submitted = now.minus(days, ChronoUnit.DAYS).minusSeconds(dice.between(60, 60_000));
                apply(stage, nationalities.draw(dice), submitted);
            }
        }
    }

    private void apply(Stage stage, String nationality, Instant submitted) {
        LocalDate today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        LocalDate born = today.minusYears(dice.between(18, 50)).minusDays(dice.between(1, 364));
        Somebody p = population.person(nationality, born, submitted);
        boolean identified = stage != Stage.RECEIVED && stage != Stage.WITHDRAWN;
        UUID office = identified ? officers.person("membership") : null;
        Instant checked = identified ? submitted.plus(dice.between(20, 80), ChronoUnit.HOURS) : null;
        persons.person(p, "applicant" + dice.between(1000, 9999) + "@example.org");
        persons.emiratesId(p, today.plusDays(dice.between(60, 1500)), office, checked);
        if (!nationality.equals("AE")) {
            LocalDate to = today.plusDays(dice.between(stage == Stage.RECEIVED ? -40 : 60, 700));
            tables.visa.row(dice.id(submitted), p.id(), to.minusYears(2), to, "", office, checked, submitted);
        }
        UUID application = application(stage, p, submitted, office, checked);
        check(stage, p, application, submitted.plusSeconds(1), today);
        history(stage, p, application, submitted, checked);
    }

    private void history(Stage stage, Somebody p, UUID application, Instant submitted, @Nullable Instant checked) {
        UUID office = officers.person("membership");
        UUID vetting = officers.person("vetting");
        deed(p, application, "applied", submitted, null);
        if (checked != null) {
            deed(p, application, "identity_checked", checked, office);
        }
        if (stage.vetting.equals("in_progress") || stage.vetting.equals("cleared") || stage.vetting.equals("refused")) {
            deed(p, application, "vetting_started", submitted.plus(90, ChronoUnit.HOURS), vetting);
        }
        if (stage.vetting.equals("cleared") || stage.vetting.equals("refused")) {
            deed(p, application, "vetting_" + stage.vetting, submitted.plus(100, ChronoUnit.HOURS), vetting);
        }
        if (stage.isDecided()) {
            deed(p, application, stage.state, submitted.plus(5, ChronoUnit.DAYS), office);
        }
    }

    private void deed(Somebody p, UUID application, String kind, Instant at, @Nullable UUID by) {
        tables.history.row(dice.id(at), p.id(), application, kind, at, by, "");
    }

    private UUID application(
            Stage stage, Somebody p, Instant submitted, @Nullable UUID office, @Nullable Instant checked) {
        UUID id = dice.id(submitted);
        boolean decided = stage.isDecided();
        String reason = decided ? texts.draw("application_" + stage.state, dice).ar() : "";
        String language = p.reads().equals("ar") ? "ar" : "en";
        tables.application.row(
                id,
                p.id(),
                stage.state,
                texts.draw("motivation", dice).in(language),
                p.reads(),
                submitted,
                office,
                checked,
                decided ? officers.person("membership") : null,
                decided ? submitted.plus(5, ChronoUnit.DAYS) : null,
                reason);
        return id;
    }

    private void check(Stage stage, Somebody p, UUID application, Instant opened, LocalDate today) {
        UUID id = dice.id(opened);
        boolean decided = stage.vetting.equals("cleared") || stage.vetting.equals("refused");
        LocalDate from = stage.vetting.equals("cleared") ? today.minusDays(2) : null;
        Instant at = opened.plus(100, ChronoUnit.HOURS);
        tables.check.row(
                id,
                p.id(),
                application,
                stage.vetting,
                from,
                from == null ? null : from.plusYears(3).minusDays(1),
                decided ? texts.arabic("issuer_vetting") : "",
                decided ? officers.person("vetting") : null,
                decided ? (at.isAfter(now) ? now.minusSeconds(600) : at) : null,
                opened);
        if (stage.vetting.equals("refused") || stage.vetting.equals("in_progress") && dice.chance(0.3)) {
            Keys.Sealed sealed = keys.seal(texts.draw("vetting_grounds", dice).ar());
            tables.grounds.row(dice.id(at), id, sealed.cipher(), sealed.keyId(), officers.person("vetting"), opened);
        }
    }
}
