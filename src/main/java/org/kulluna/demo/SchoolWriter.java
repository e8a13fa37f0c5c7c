package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;
import org.kulluna.shared.Time;

/** Writes offerings, who had places, what the room's book saw, and what came of it. */
final class SchoolWriter {
    private final Tables tables;
    private final Curriculum curriculum;
    private final Land land;
    private final UUID office;
    private final Examiner examiner;
    private final Dice dice;

    SchoolWriter(Tables tables, Curriculum curriculum, Land land, Examiner examiner, Dice dice) {
        this.tables = tables;
        this.curriculum = curriculum;
        this.land = land;
        this.office = examiner.office();
        this.examiner = examiner;
        this.dice = dice;
    }

    void write(Schooling s) {
        Curriculum.Lesson l = s.lesson;
        boolean closed = s.state.equals("closed");
        Instant settled = closed ? s.endsAt().plusSeconds(dice.between(2, 40) * 3600L) : null;
        tables.offering.row(
                s.id,
                l.code(),
                l.unit(),
                s.state,
                5,
                s.maximum,
                30,
                s.booked(),
                s.approval,
                closed ? office : null,
                settled,
                office,
                s.announcedAt.minusSeconds(86_400));
        for (Schooling.Meeting t : s.meetings) {
            tables.session.row(
                    t.id(),
                    s.id,
                    t.part(),
                    s.state.equals("open") ? curriculum.room(l) : null,
                    t.startsAt(),
                    t.endsAt());
            tables.teacher.row(t.id(), office);
            tables.duty.row(
                    t.id(),
                    "session",
                    l.title().ar(),
                    l.title().en(),
                    l.unit(),
                    "stakeholders",
                    land.spots.values().iterator().next().code(),
                    land.unit(l.unit()).region(),
                    t.startsAt(),
                    t.endsAt(),
                    Time.PROGRAMME_ZONE,
                    LocalDate.ofInstant(t.startsAt(), Time.PROGRAMME_ZONE),
                    false,
                    settled != null ? settled : s.isHeld(t) ? t.endsAt() : null);
        }
        s.pupils.forEach(p -> pupil(s, p, settled));
    }

    private void pupil(Schooling s, Schooling.Pupil p, @Nullable Instant settled) {
        UUID id = dice.id(p.enrolledAt());
        UUID who = p.member().id();
        boolean booked = p.state().equals("booked");
        String state = settled == null ? p.state() : s.result(p);
        String source = s.lesson.level().equals("onboarding") ? "cohort" : "self";
        Examiner.Shown shown = examiner.examine(s, p);
        Instant changed = settled == null ? p.enrolledAt() : settled;
        tables.enrolment.row(id, s.id, who, state, source, shown.score(), shown.practical(), p.enrolledAt(), changed);
        tables.enrolmentChange.row(id, p.state(), who, p.enrolledAt());
        if (booked) {
            s.meetings.forEach(t -> tables.expected.row(t.id(), who, "", ""));
        }
        examiner.write(s, p, id, shown, settled);
        if (settled == null) {
            facts(s, p);
            if (booked) {
                s.meetings.forEach(t -> tables.commitment.row(
                        dice.id(p.enrolledAt()), who, "[" + t.startsAt() + "," + t.endsAt() + ")", "session", t.id()));
            }
            return;
        }
        tables.enrolmentChange.row(id, state, office, settled);
        facts(s, p);
        result(s, p, id, state, shown, settled);
    }

    private void facts(Schooling s, Schooling.Pupil p) {
        for (int i = 0; i < p.stays().size(); i++) {
            Schooling.Stay stay = p.stays().get(i);
            Schooling.Meeting t = s.meetings.get(i);
            UUID who = p.member().id();
            if (stay == null) {
                continue;
            }
            Instant in = t.startsAt().plusSeconds(60L * stay.late());
            tables.fact.row(dice.id(in), t.id(), who, "in", null, in, "code", "", who, in.plusSeconds(2));
            if (stay.early() > 0) {
                Instant out = t.endsAt().minusSeconds(60L * stay.early());
                tables.fact.row(dice.id(out), t.id(), who, "out", null, out, "desk", "", office, out.plusSeconds(9));
            }
        }
    }

    private void result(
            Schooling s, Schooling.Pupil p, UUID enrolment, String state, Examiner.Shown shown, Instant settled) {
        Curriculum.Lesson l = s.lesson;
        LocalDate ended = LocalDate.ofInstant(s.meetings.getLast().startsAt(), Time.PROGRAMME_ZONE);
        boolean passed = Examiner.passes(s, shown, state.equals("attended"));
        DemoMember m = p.member();
        tables.result.row(
                dice.id(settled),
                enrolment,
                s.id,
                m.id(),
                state,
                s.attended(p),
                s.planned(),
                shown.score(),
                passed,
                ended,
                l.code(),
                l.level(),
                l.unit(),
                land.unit(l.unit()).region(),
                m.who.nationality(),
                Person.ageGroup(m.ageOn(ended)),
                m.who.gender(),
                m.who.home(),
                office,
                settled);
        if (passed && !l.level().equals("onboarding")) {
            tables.courseAward.row(
                    dice.id(settled),
                    m.id(),
                    l.qualification(),
                    ended,
                    l.months().isEmpty()
                            ? null
                            : ended.plusMonths(Long.parseLong(l.months())).minusDays(1),
                    "",
                    enrolment,
                    office,
                    settled);
        }
    }
}
