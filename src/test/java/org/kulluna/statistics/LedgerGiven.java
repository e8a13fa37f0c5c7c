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
        return entry(
                person,
                new Facts(unit, place, "prevention", "al_ain", "IN", "25-34", "female"),
                day,
                minutes,
                recordedAt);
    }

    /** What an entry fixes beside its minutes. */
    record Facts(
            String unit,
            String place,
            String pillar,
            String region,
            String nationality,
            String ageGroup,
            String gender) {}

    UUID entry(PersonId person, Facts f, LocalDate day, int minutes, Instant recordedAt) {
        UUID duty = duty(f.unit(), f.place(), f.pillar(), f.region(), day);
        UUID claim = claim(duty, person, minutes, recordedAt);
        UUID id = Ids.next();
        sql.sql("""
                insert into attendance.ledger_entry (id, claim_id, duty_id, person_id, minutes, starts_on, unit_code,
                    pillar, place_code, region, nationality, age_group, gender, verified_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        claim,
                        duty,
                        person.value(),
                        minutes,
                        day,
                        f.unit(),
                        f.pillar(),
                        f.place(),
                        f.region(),
                        f.nationality(),
                        f.ageGroup(),
                        f.gender(),
                        person.value(),
                        recordedAt.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private UUID duty(String unit, String place, String pillar, String region, LocalDate day) {
        UUID duty = Ids.next();
        OffsetDateTime start = day.atTime(16, 0).atOffset(ZoneOffset.ofHours(4));
        sql.sql("""
                insert into attendance.duty (id, kind, title_ar, title_en, unit_code, pillar, place_code, region,
                    starts_at, ends_at, zone, starts_on)
                values (?, 'shift', 'دورية المساء', 'Evening walk', ?, ?, ?, ?, ?, ?, 'Asia/Dubai', ?)""")
                .params(duty, unit, pillar, place, region, start, start.plusHours(8), day)
                .update();
        return duty;
    }

    private UUID claim(UUID duty, PersonId person, int minutes, Instant recordedAt) {
        UUID claim = Ids.next();
        sql.sql("""
                insert into attendance.claim (id, duty_id, person_id, minutes, state, opened_at)
                values (?, ?, ?, ?, 'verified', ?)""")
                .params(claim, duty, person.value(), minutes, recordedAt.atOffset(ZoneOffset.UTC))
                .update();
        return claim;
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
}
