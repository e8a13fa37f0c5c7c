package org.kulluna.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.support.Given;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes finished courses and their results as the training capability would have left them. */
final class ResultsGiven {
    private final JdbcClient sql;

    ResultsGiven(JdbcClient sql) {
        this.sql = sql;
    }

    record Taught(String code, String level) {}

    /** One offering and what its results fix of it. */
    record Held(UUID offering, Taught course, String unit, String region, LocalDate day) {}

    /** What a result fixes of its person. */
    record Whose(PersonId person, String nationality, String ageGroup, String gender, String home) {}

    record Came(String state, boolean passed) {}

    Taught course(String level, String unit) {
        String code = "c_" + Given.serial();
        sql.sql("""
                insert into training.course (code, title_ar, title_en, level, unit_code, created_at)
                values (?, ?, ?, ?, ?, timestamptz '2017-01-01 00:00+04')""").params(code, "دورة " + code, "Course " + code, level, unit).update();
        return new Taught(code, level);
    }

    Held held(Taught course, String unit, String region, LocalDate day) {
        UUID offering = Ids.next();
        sql.sql("""
                insert into training.offering (id, course_code, unit_code, state, maximum, created_at)
                values (?, ?, ?, 'closed', 100, timestamptz '2017-01-01 00:00+04')""").params(offering, course.code(), unit).update();
        return new Held(offering, course, unit, region, day);
    }

    UUID result(Held h, Whose w, Came came, Instant at) {
        UUID enrolment = Ids.next();
        sql.sql("""
                insert into training.enrolment (id, offering_id, person_id, state, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(enrolment, h.offering(), w.person().value(), came.state(), time(at), time(at))
                .update();
        return insert(enrolment, h, w, came, at, null);
    }

    /** A resit or a correction: it takes the place of an earlier result. */
    UUID follow(UUID earlier, Held h, Whose w, Came came, Instant at) {
        UUID enrolment = sql.sql("select enrolment_id from training.result where id = ?")
                .param(earlier)
                .query(UUID.class)
                .single();
        return insert(enrolment, h, w, came, at, earlier);
    }

    private UUID insert(UUID enrolment, Held h, Whose w, Came came, Instant at, @Nullable UUID follows) {
        UUID id = Ids.next();
        int minutes = came.state().equals("attended") ? 110 : came.state().equals("partial") ? 30 : 0;
        sql.sql("""
                insert into training.result (id, enrolment_id, offering_id, person_id, state, attended_minutes,
                    planned_minutes, passed, ended_on, course_code, level, unit_code, region, nationality, age_group,
                    gender, home_place, recorded_by, recorded_at, follows)
                values (?, ?, ?, ?, ?, ?, 120, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        enrolment,
                        h.offering(),
                        w.person().value(),
                        came.state(),
                        minutes,
                        came.passed(),
                        h.day(),
                        h.course().code(),
                        h.course().level(),
                        h.unit(),
                        h.region(),
                        w.nationality(),
                        w.ageGroup(),
                        w.gender(),
                        w.home(),
                        w.person().value(),
                        time(at),
                        follows)
                .update();
        return id;
    }

    /** A session of the offering, with the duty that its attendance is kept under. */
    UUID session(Held h, String place, LocalDate day) {
        UUID id = Ids.next();
        OffsetDateTime start = day.atTime(0, 30).atOffset(ZoneOffset.ofHours(4));
        sql.sql("insert into training.session (id, offering_id, starts_at, ends_at) values (?, ?, ?, ?)")
                .params(id, h.offering(), start, start.plusHours(2))
                .update();
        sql.sql("""
                insert into attendance.duty (id, kind, title_ar, title_en, unit_code, pillar, place_code, region,
                    starts_at, ends_at, zone, starts_on)
                values (?, 'session', 'ورشة', 'Workshop', ?, 'stakeholders', ?, ?, ?, ?, 'Asia/Dubai', ?)""")
                .params(id, h.unit(), place, h.region(), start, start.plusHours(2), day)
                .update();
        return id;
    }

    UUID seen(UUID session, PersonId person, Instant at) {
        return fact(session, person, "in", null, at);
    }

    UUID takenBack(UUID session, PersonId person, UUID fact, Instant at) {
        return fact(session, person, "void", fact, at);
    }

    private UUID fact(UUID session, PersonId person, String kind, @Nullable UUID voids, Instant at) {
        UUID id = Ids.next();
        sql.sql("""
                insert into attendance.fact (id, duty_id, person_id, kind, voids, happened_at, means, recorded_by,
                    recorded_at) values (?, ?, ?, ?, ?, ?, 'code', ?, ?)""")
                .params(id, session, person.value(), kind, voids, time(at), person.value(), time(at))
                .update();
        return id;
    }

    void merge(PersonId into, PersonId person) {
        sql.sql("update people.person set merged_into = ? where id = ?")
                .params(into.value(), person.value())
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
