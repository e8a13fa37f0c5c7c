package org.kulluna.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;
import org.kulluna.support.Given;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Duties, expected people and members, made as their owners make them. */
@Component
class AttendanceGiven {
    private final Duties duties;
    private final Given given;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AttendanceGiven(Duties duties, Given given, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.duties = duties;
        this.given = given;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Began an hour ago, ends in three. */
    Duties.Duty running(String unit) {
        return duty(unit, now().minus(Duration.ofHours(1)), Duration.ofHours(4), false);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    Duties.Duty duty(String unit, Instant start, Duration length, boolean walkIns) {
        return duty(unit, start, length, walkIns, "shift");
    }

    Duties.Duty duty(String unit, Instant start, Duration length, boolean walkIns, String kind) {
        long n = Given.serial();
        Duties.Duty duty = new Duties.Duty(
                Ids.next(),
                kind,
                new LocalizedText("دورية " + n, "Patrol " + n),
                unit,
                "prevention",
                given.place(),
                "abu_dhabi",
                start,
                start.plus(length),
                Time.PROGRAMME_ZONE,
                walkIns,
                null);
        return put(duty);
    }

    Duties.Duty put(Duties.Duty duty) {
        transaction.executeWithoutResult(t -> duties.put(duty));
        return duty;
    }

    /** A member of that number who is expected there. */
    PersonId expected(Duties.Duty duty) {
        return expected(duty, member(null).person());
    }

    PersonId expected(Duties.Duty duty, PersonId person) {
        transaction.executeWithoutResult(t -> duties.expect(duty.id(), person, new LocalizedText("منظّم", "Usher")));
        return person;
    }

    record Numbered(PersonId person, long number) {}

    Numbered member(@Nullable PersonId who) {
        PersonId person = who == null ? given.person() : who;
        long number = Given.serial() % 1_000_000_000_000L;
        sql.sql("""
                insert into membership.member (person_id, number, public_id, status, accepted_at)
                values (?, ?, ?, 'active', ?)""")
                .params(person.value(), number, "pub" + number, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new Numbered(person, number);
    }

    NewFact fact(Duties.Duty duty, PersonId person, FactKind kind, Instant at) {
        return NewFact.of(Ids.next(), duty.id(), person, kind, at, "tap");
    }

    UUID claim(Duties.Duty duty, PersonId person) {
        return sql.sql("select id from attendance.claim where duty_id = ? and person_id = ?")
                .params(duty.id(), person.value())
                .query(UUID.class)
                .single();
    }

    int count(String table, Duties.Duty duty) {
        return sql.sql("select count(*) from attendance." + table + " where duty_id = ?")
                .params(duty.id())
                .query(Integer.class)
                .single();
    }
}
