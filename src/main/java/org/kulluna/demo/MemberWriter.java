package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Candidate.Span;
import org.kulluna.people.Person;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;

/** Writes members with everything that led to their membership: application, identity, vetting, training, consent. */
final class MemberWriter {
    private final Tables tables;
    private final PersonWriter persons;
    private final Officers officers;
    private final Population population;
    private final Texts texts;
    private final Dice dice;

    MemberWriter(
            Tables tables, PersonWriter persons, Officers officers, Population population, Texts texts, Dice dice) {
        this.tables = tables;
        this.persons = persons;
        this.officers = officers;
        this.population = population;
        this.texts = texts;
        this.dice = dice;
    }

    void write(DemoMember m, LocalDate today) {
        Somebody p = m.who;
        Instant checked = m.acceptedAt.minus(dice.between(3, 11), ChronoUnit.DAYS);
        UUID office = officers.person("membership");
        String email = dice.chance(0.4)
                ? p.name().en().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".") + m.number
                        + "@example.org"
                : null;
        persons.person(p, email);
        persons.emiratesId(p, today.plusDays(dice.between(-200, 1500)), office, checked);
        for (Span v : m.papers.visas()) {
            visa(p, v, office);
        }
        UUID application = application(m, office, checked);
        vettings(m, application);
        m.papers.qualifications().forEach((code, spans) -> spans.forEach(s -> award(p, code, s)));
        history(m, application, checked, office);
        tables.member.row(
                p.id(),
                m.number,
                dice.token(),
                m.standing.status(),
                m.student,
                m.acceptedAt,
                m.standing.leftAt(),
                m.standing.suspendedUntil(),
                p.nationality(),
                Person.ageGroup(m.ageOn(LocalDate.ofInstant(m.acceptedAt, Time.PROGRAMME_ZONE))),
                p.homeRegion());
        if (m.papers.consentUntil() != null) {
            consent(m, m.papers.consentUntil(), office);
        }
    }

    private UUID application(DemoMember m, UUID office, Instant checked) {
        UUID id = dice.id(m.who.since());
        boolean arabic = m.who.reads().equals("ar");
        tables.application.row(
                id,
                m.id(),
                "accepted",
                dice.chance(0.3) ? texts.draw("motivation", dice).in(arabic ? "ar" : "en") : "",
                m.who.reads(),
                m.who.since(),
                office,
                checked,
                office,
                m.acceptedAt,
                texts.arabic("application_accepted"));
        return id;
    }

    private void history(DemoMember m, UUID application, Instant checked, UUID office) {
        deed(m, application, "applied", m.who.since(), null, "");
        deed(m, application, "identity_checked", checked, office, "");
        Instant vetted = m.acceptedAt.minus(1, ChronoUnit.DAYS);
        deed(m, application, "vetting_cleared", vetted, officers.person("vetting"), "");
        deed(m, application, "accepted", m.acceptedAt, office, texts.arabic("application_accepted"));
        if (m.standing.leftAt() != null) {
            deed(m, null, "left", m.standing.leftAt(), office, "");
        }
    }

    private void deed(
            DemoMember m, @Nullable UUID application, String kind, Instant at, @Nullable UUID by, String detail) {
        tables.history.row(dice.id(at), m.id(), application, kind, at, by, detail);
    }

    private void visa(Somebody p, Span v, UUID office) {
        Instant at = noon(v.from().plusDays(dice.between(1, 20)));
        tables.visa.row(dice.id(at), p.id(), v.from(), v.to(), texts.arabic("issuer_visa"), office, at, at);
    }

    private void vettings(DemoMember m, UUID application) {
        UUID vetting = officers.person("vetting");
        List<Span> spans = m.papers.vettings();
        for (int i = 0; i < spans.size(); i++) {
            Span s = spans.get(i);
            Instant decided = i == 0 ? m.acceptedAt.minus(1, ChronoUnit.DAYS) : noon(s.from());
            Instant opened = decided.minus(dice.between(2, 10), ChronoUnit.DAYS);
            tables.check.row(
                    dice.id(opened),
                    m.id(),
                    i == 0 ? application : null,
                    "cleared",
                    s.from(),
                    s.to(),
                    texts.arabic("issuer_vetting"),
                    vetting,
                    decided,
                    opened);
        }
    }

    private void award(Somebody p, String code, Span s) {
        Instant at = noon(s.from());
        tables.award.row(
                dice.id(at),
                p.id(),
                code,
                s.from(),
                s.to(),
                texts.arabic("issuer_training"),
                officers.person("training"),
                at);
    }

    private void consent(DemoMember m, LocalDate until, UUID office) {
        boolean mother = dice.chance(0.5);
        String pool = population.names.pool(m.who.nationality(), dice);
        LocalizedText name = population.names.draw(pool, mother ? "female" : "male", dice);
        String phone = "+97100" + (1_000_000 + m.number);
        Instant at = m.acceptedAt.minus(2, ChronoUnit.DAYS);
        LocalDate from = LocalDate.ofInstant(at, Time.PROGRAMME_ZONE);
        tables.consent.row(
                dice.id(at),
                m.id(),
                name.ar(),
                phone,
                mother ? "mother" : "father",
                from.isAfter(until) ? until : from,
                until,
                office,
                at);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Time.PROGRAMME_ZONE).toInstant();
    }

    /** The qualifications that the opportunities ask for and the migrations do not know. */
    static List<Map<String, String>> extraQualifications() {
        return Sheets.read("demo/qualifications").stream()
                .map(r -> r.getFieldsAsMap())
                .toList();
    }
}
