package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Notices;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to qualifications and who holds them. Members belong to no unit, so it asks for rights held everywhere. */
@Component
public class Awards {
    public static final int SOON_DAYS = 60;
    static final int PAGE = 50;

    private final AwardRows rows;
    private final Audit audit;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Awards(AwardRows rows, Audit audit, Notices notices, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Award> list(Viewer viewer, AwardFilter filter) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        return Page.of(rows.list(filter, today(), PAGE + 1), PAGE, AwardFilter::cursor);
    }

    /** One's own, newest first. */
    @Transactional(readOnly = true)
    public List<Award> listOwn(Viewer viewer) {
        return rows.listOf(viewer.signedIn());
    }

    @Transactional(readOnly = true)
    public Award get(Viewer viewer, UUID id) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        return rows.find(id).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public List<Nominee> listNominees(Viewer viewer, AwardFilter filter) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        return String.valueOf(filter.q()).isEmpty() ? List.of() : rows.listNominees(filter);
    }

    /** All kinds; they are no secret. */
    @Transactional(readOnly = true)
    public List<Qualification> listQualifications(Viewer viewer) {
        viewer.signedIn();
        return rows.listQualifications();
    }

    @Transactional
    public Qualification addQualification(Viewer viewer, QualificationForm form) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        Integer months = form.months();
        if (months != null && (months < 1 || months > 600)) {
            throw Refusal.invalid("validityMonths", "not-a-number");
        }
        Qualification made = new Qualification(
                String.valueOf(form.code()),
                new LocalizedText(
                        String.valueOf(form.nameAr()).strip(),
                        String.valueOf(form.nameEn()).strip()),
                months);
        if (!rows.insertQualification(made)) {
            throw Refusal.invalid("code", "qualification-known");
        }
        audit.record(viewer, "training.add-qualification", "qualification", made.code());
        return made;
    }

    /**
     * Records once for each {@code id}; nobody records their own. It supersedes the holder's last one of the kind.
     *
     * @throws Refusal INVALID with field faults; CONFLICT own-qualification, id-used
     */
    @Transactional
    public Award record(Viewer viewer, AwardForm form) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        Award award = read(form);
        if (viewer.is(award.person())) {
            throw Refusal.conflict("own-qualification");
        }
        rows.lockHolders(List.of(award.person()));
        AwardRows.Written one =
                new AwardRows.Written(award.id(), award.person(), award.validFrom(), award.validTo(), null);
        if (rows.insert(
                        List.of(one),
                        award.qualification(),
                        award.issuer(),
                        award.evidence(),
                        viewer.signedIn(),
                        award.recordedAt())
                == 0) {
            return said(rows.find(award.id()).orElseThrow(), award);
        }
        audit.record(viewer, "training.record", "award", award.id(), "qualification", "valid_from", "valid_to");
        events.publishEvent(new AwardChanged(award.person()));
        notices.tell(award.person(), "award-recorded", names(award), "/training/mine");
        return rows.find(award.id()).orElseThrow();
    }

    /** For good: whoever was revoked by mistake is given a new one. @throws Refusal CONFLICT award-revoked-already */
    @Transactional
    public Award revoke(Viewer viewer, UUID id, RevokeForm form) {
        Award award = get(viewer, id);
        if (!rows.revoke(id, viewer.signedIn(), String.valueOf(form.reason()).strip(), clock.instant())) {
            throw Refusal.conflict("award-revoked-already");
        }
        audit.record(viewer, "training.revoke", "award", id, "revoked_at", "revoked_reason");
        events.publishEvent(new AwardChanged(award.person()));
        notices.tell(award.person(), "award-revoked", names(award), "/training/mine");
        return rows.find(id).orElseThrow();
    }

    /** The same request once more, not the same id for something else. */
    private static Award said(Award known, Award again) {
        if (!known.person().equals(again.person()) || !known.qualification().equals(again.qualification())) {
            throw Refusal.conflict("id-used");
        }
        return known;
    }

    private Award read(AwardForm form) {
        Nominee member = rows.findNominee(person(form)).orElseThrow(() -> Refusal.invalid("person", "not-a-member"));
        Qualification kind = rows.listQualifications().stream()
                .filter(q -> q.code().equals(form.qualification()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("qualification", "not-a-choice"));
        LocalDate from = day("validFrom", form.validFrom());
        LocalDate to =
                form.validTo() == null || form.validTo().isBlank() ? end(kind, from) : day("validTo", form.validTo());
        if (to != null && to.isBefore(from)) {
            throw Refusal.invalid("validTo", "ends-before-it-begins");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String issuer = String.valueOf(form.issuer()).strip();
        return new Award(
                form.id() == null || form.id().isBlank() ? Ids.next() : Ids.parse(form.id()),
                member.person(),
                member.name(),
                member.memberNumber(),
                kind.code(),
                kind.name(),
                from,
                to,
                issuer,
                new LocalizedText(issuer, issuer),
                form.evidence() == null ? "" : form.evidence().strip(),
                now,
                null,
                "",
                null);
    }

    private static PersonId person(AwardForm form) {
        try {
            return new PersonId(UUID.fromString(String.valueOf(form.person())));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("person", "not-a-member");
        }
    }

    /** The day before the same day so many months later; null without end. */
    static @Nullable LocalDate end(Qualification kind, LocalDate from) {
        Integer months = kind.validityMonths();
        return months == null ? null : from.plusMonths(months).minusDays(1);
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(String.valueOf(text).strip());
            if (day.getYear() < 1950 || day.getYear() > 2200) {
                throw Refusal.invalid(field, "not-a-date");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "not-a-date");
        }
    }

    private static Map<String, String> names(Award award) {
        return Map.of(
                "ar",
                award.qualificationName().ar(),
                "en",
                award.qualificationName().en());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
    }
}
