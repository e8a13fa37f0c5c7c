package org.kulluna.whispers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kulluna.audience.Filter;
import org.kulluna.shared.Ids;
import org.kulluna.support.Given;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whispers to the members of one neighbourhood, so that each test counts its own. */
@Component
public class SendingGiven {
    private final JdbcClient sql;
    private final WhisperRows rows;
    private final SendingWork work;
    private final VolunteeringGiven volunteering;
    private final Telling telling;

    @Component("sendingGivenTelling")
    record Telling(Sending sending, Given given, Clock clock, TransactionTemplate transaction) {}

    SendingGiven(JdbcClient sql, WhisperRows rows, SendingWork work, VolunteeringGiven volunteering, Telling telling) {
        this.sql = sql;
        this.rows = rows;
        this.work = work;
        this.volunteering = volunteering;
        this.telling = telling;
    }

    /** Members with accounts whose home is that place. */
    public List<Given.Actor> members(String place, int count) {
        return java.util.stream.Stream.generate(volunteering::member)
                .limit(count)
                .peek(m -> sql.sql("update people.person set home_place = ? where id = ?")
                        .params(place, m.person().value())
                        .update())
                .toList();
    }

    public UUID approved(String place) {
        return approved(place, Theme.VOLUNTEERING, Duration.ofDays(3), false);
    }

    public UUID approved(String place, Theme theme, Duration lasts, boolean urgent) {
        Instant now = telling.clock().instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        Filter living = new Filter(
                List.of(), List.of(place), List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
        Whisper w = new Whisper(
                Ids.next(),
                telling.given().unit(),
                theme,
                WhisperState.APPROVED,
                1,
                List.of(
                        new Wording("ar", "همسة الأمان", "تمهّل قرب المدارس.", ""),
                        new Wording("en", "A word on safety", "Slow down near schools.", "")),
                null,
                new WhisperPlan(null, living, true, true, null, now.plus(lasts), urgent, urgent ? "storm" : ""),
                null,
                null,
                telling.given().person(),
                now,
                now,
                0);
        telling.transaction().executeWithoutResult(t -> {
            rows.insert(w);
            // As when an officer of all units asked for its review.
            rows.reach(w.id(), true);
            sql.sql("""
                    insert into whispers.review (id, whisper_id, revision, kind, decided_by, decided_at)
                    values (?, ?, 1, 'approved', ?, now())""").params(Ids.next(), w.id(), w.createdBy().value()).update();
        });
        return w.id();
    }

    /** Sent and planned. */
    public UUID sent(Given.Actor officer, String place) {
        return sent(officer, approved(place));
    }

    public UUID sent(Given.Actor officer, UUID whisper) {
        telling.sending().release(officer.viewer(), whisper);
        settle(whisper);
        return whisper;
    }

    /** Waits until nothing is to be done for it, whoever does it. */
    public void settle(UUID whisper) {
        for (int i = 0; i < 200; i++) {
            work.tick();
            if (sql.sql("select pushed_at is not null or state = 'recalled' from whispers.whisper where id = ?")
                    .param(whisper)
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("never sent on: " + whisper);
    }

    /** As another whisper's planning does, until the caller's transaction ends. */
    public void holdPlanning() {
        sql.sql("select pg_advisory_xact_lock(hashtext('whispers.plan'))")
                .query((rs, n) -> 1)
                .single();
    }

    public void prefer(Given.Actor who, String from, String to, String zone, String muted) {
        sql.sql("""
                insert into delivery.preference (person_id, quiet_from, quiet_to, zone, muted, changed_at)
                values (?, ?::time, ?::time, ?, ?::text[], now())""").params(who.person().value(), from, to, zone, muted).update();
    }

    public long reached(UUID whisper) {
        return sql.sql("select count(*) from whispers.published_reach where whisper_id = ?")
                .param(whisper)
                .query(Long.class)
                .single();
    }
}
