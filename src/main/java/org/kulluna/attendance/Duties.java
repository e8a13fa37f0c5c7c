package org.kulluna.attendance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What can be attended. Its owner (a shift's, a session's room) writes it here and keeps it up to date. */
@Component
public class Duties {
    /**
     * @param kind shift, session, workshop or callout
     * @param pillar stakeholders, prevention or responsibility
     */
    public record Duty(
            UUID id,
            String kind,
            LocalizedText title,
            String unit,
            String pillar,
            String place,
            String region,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            boolean walkIns,
            @Nullable Instant cancelledAt) {}

    private final JdbcClient sql;

    Duties(JdbcClient sql) {
        this.sql = sql;
    }

    /** Makes it, or changes it while nothing was recorded against it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Duty d) {
        sql.sql("""
                insert into attendance.duty as d (id, kind, title_ar, title_en, unit_code, pillar, place_code, region,
                    starts_at, ends_at, zone, starts_on, walk_ins, cancelled_at)
                values (:id, :kind, :titleAr, :titleEn, :unit, :pillar, :place, :region, :startsAt, :endsAt, :zone,
                    :startsOn, :walkIns, :cancelledAt)
                on conflict (id) do update set title_ar = excluded.title_ar, title_en = excluded.title_en,
                    pillar = excluded.pillar, place_code = excluded.place_code, region = excluded.region,
                    starts_at = excluded.starts_at, ends_at = excluded.ends_at, zone = excluded.zone,
                    starts_on = excluded.starts_on, walk_ins = excluded.walk_ins, cancelled_at = excluded.cancelled_at,
                    claims_made_at = case when (d.starts_at, d.ends_at, d.cancelled_at) is distinct from
                        (excluded.starts_at, excluded.ends_at, excluded.cancelled_at) then null else d.claims_made_at end""")
                .param("id", d.id())
                .param("kind", d.kind())
                .param("titleAr", d.title().ar())
                .param("titleEn", d.title().en())
                .param("unit", d.unit())
                .param("pillar", d.pillar())
                .param("place", d.place())
                .param("region", d.region())
                .param("startsAt", d.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", d.endsAt().atOffset(ZoneOffset.UTC))
                .param("zone", d.zone().getId())
                .param("startsOn", d.startsAt().atZone(d.zone()).toLocalDate())
                .param("walkIns", d.walkIns())
                .param(
                        "cancelledAt",
                        d.cancelledAt() == null ? null : d.cancelledAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The person is expected there, in that role; said again, the role is the newer one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expect(UUID duty, PersonId person, LocalizedText role) {
        sql.sql("""
                insert into attendance.expected (duty_id, person_id, role_ar, role_en)
                values (:duty, :person, :roleAr, :roleEn)
                on conflict (duty_id, person_id) do update set role_ar = excluded.role_ar, role_en = excluded.role_en""")
                .param("duty", duty)
                .param("person", person.value())
                .param("roleAr", role.ar())
                .param("roleEn", role.en())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void unexpect(UUID duty, PersonId person) {
        sql.sql("delete from attendance.expected where duty_id = :duty and person_id = :person")
                .param("duty", duty)
                .param("person", person.value())
                .update();
    }
}
