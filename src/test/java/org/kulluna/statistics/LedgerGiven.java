package org.kulluna.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes ledger entries as the attendance capability would have left them. */
final class LedgerGiven {
    private final JdbcClient sql;

    LedgerGiven(JdbcClient sql) {
        this.sql = sql;
    }

    UUID entry(PersonId person, String unit, String place, LocalDate day, int minutes, Instant recordedAt) {
        UUID duty = Ids.next();
        OffsetDateTime start = day.atTime(16, 0).atOffset(ZoneOffset.ofHours(4));
        sql.sql("""
                insert into attendance.duty (id, kind, title_ar, title_en, unit_code, pillar, place_code, region,
                    starts_at, ends_at, zone, starts_on)
                values (?, 'shift', 'دورية المساء', 'Evening walk', ?, 'prevention', ?, 'al_ain', ?, ?, 'Asia/Dubai', ?)""").params(duty, unit, place, start, start.plusHours(8), day).update();
        UUID claim = Ids.next();
        sql.sql("""
                insert into attendance.claim (id, duty_id, person_id, minutes, state, opened_at)
                values (?, ?, ?, ?, 'verified', ?)""")
                .params(claim, duty, person.value(), minutes, recordedAt.atOffset(ZoneOffset.UTC))
                .update();
        return ledger(claim, duty, person, unit, place, day, minutes, recordedAt, null);
    }

    /** Takes minutes back from an entry. */
    void counter(UUID entry, int minutes, Instant recordedAt) {
        sql.sql("""
                insert into attendance.ledger_entry (id, claim_id, duty_id, person_id, minutes, starts_on, unit_code,
                    pillar, place_code, region, nationality, age_group, gender, verified_by, recorded_at, corrects, reason)
                select ?, claim_id, duty_id, person_id, ?, starts_on, unit_code, pillar, place_code, region,
                       nationality, age_group, gender, verified_by, ?, id, 'left early'
                  from attendance.ledger_entry where id = ?""")
                .params(Ids.next(), -minutes, recordedAt.atOffset(ZoneOffset.UTC), entry)
                .update();
    }

    private UUID ledger(
            UUID claim,
            UUID duty,
            PersonId person,
            String unit,
            String place,
            LocalDate day,
            int minutes,
            Instant recordedAt,
            UUID corrects) {
        UUID id = Ids.next();
        sql.sql("""
                insert into attendance.ledger_entry (id, claim_id, duty_id, person_id, minutes, starts_on, unit_code,
                    pillar, place_code, region, nationality, age_group, gender, verified_by, recorded_at, corrects)
                values (?, ?, ?, ?, ?, ?, ?, 'prevention', ?, 'al_ain', 'IN', '25-34', 'female', ?, ?, ?)""")
                .params(
                        id,
                        claim,
                        duty,
                        person.value(),
                        minutes,
                        day,
                        unit,
                        place,
                        person.value(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        corrects)
                .update();
        return id;
    }
}
