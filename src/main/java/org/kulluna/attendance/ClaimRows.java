package org.kulluna.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hours claims: reading the queue and deciding. */
@Repository
class ClaimRows {
    /** A claim locked for deciding, with what forbids it and what its ledger entry fixes. */
    record Candidate(
            UUID id,
            UUID duty,
            String unit,
            PersonId person,
            int minutes,
            List<String> flags,
            String state,
            boolean own,
            boolean handled,
            LocalDate startsOn,
            @Nullable LocalDate bornOn) {
        /** Pure: why this viewer may not verify it; empty when they may. */
        String obstacle(boolean includeFlagged) {
            if (!state.equals("open")) {
                return "decided";
            }
            if (own) {
                return "own";
            }
            if (handled) {
                return "handled";
            }
            if (minutes <= 0) {
                return "nothing";
            }
            return !flags.isEmpty() && !includeFlagged ? "flagged" : "";
        }

        String ageGroup() {
            return Person.ageGroup(
                    bornOn == null ? -1 : Period.between(bornOn, startsOn).getYears());
        }
    }

    private static final String CLAIM = "select " + FactRows.DUTY + """
            , c.id as claim_id, c.person_id, p.name_ar, p.name_en, r.number, c.minutes, c.credited_from, c.credited_to,
            c.credited_by_policy, c.flags, c.state, c.opened_at, c.decided_at, c.reason, c.version
              from attendance.claim c
              join attendance.duty d on d.id = c.duty_id
              join people.directory p on p.person_id = c.person_id
              left join membership.roll r on r.person_id = p.canonical_id
             where (:everywhere or d.unit_code = any(:units::text[]))
            """;

    private final JdbcClient sql;

    ClaimRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Claim> list(Viewer viewer, ClaimFilter filter, int limit) {
        return seenBy(viewer, sql.sql(CLAIM + """
                   and c.state = 'open'
                   and (:unit = '' or d.unit_code = :unit)
                   and (:duty::uuid is null or c.duty_id = :duty::uuid)
                   and (not :flagged or c.flags <> '{}')
                   and (:afterAt::timestamptz is null or (c.opened_at, c.id) > (:afterAt::timestamptz, :afterId::uuid))
                 order by c.opened_at, c.id limit :limit"""), Right.VERIFY_HOURS)
                .param("unit", filter.unit())
                .param("duty", FactRows.text(filter.duty()))
                .param("flagged", filter.flagged())
                .param("afterAt", filter.afterAt())
                .param("afterId", filter.afterId())
                .param("limit", limit)
                .query(ClaimRows::claim)
                .list();
    }

    Optional<Claim> find(Viewer viewer, Right right, UUID id) {
        return seenBy(viewer, sql.sql(CLAIM + " and c.id = :id"), right)
                .param("id", id)
                .query(ClaimRows::claim)
                .optional();
    }

    List<Claim> ofDuty(UUID duty) {
        return sql.sql(CLAIM + " and c.duty_id = :duty order by p.name_ar, c.id")
                .param("everywhere", true)
                .param("units", new String[0])
                .param("duty", duty)
                .query(ClaimRows::claim)
                .list();
    }

    /** What a member waits for, and what was refused lately. */
    List<Claim> waitingFor(Collection<UUID> persons, Instant refusedAfter) {
        return sql.sql(CLAIM + """
                   and c.person_id = any(:persons::uuid[])
                   and (c.state = 'open' or c.state = 'refused' and c.decided_at > :after)
                 order by d.starts_at desc limit 50""")
                .param("everywhere", true)
                .param("units", new String[0])
                .param("persons", FactRows.texts(persons, UUID::toString))
                .param("after", refusedAfter.atOffset(ZoneOffset.UTC))
                .query(ClaimRows::claim)
                .list();
    }

    /** Duties with claims that wait, the oldest first. */
    List<WaitingDuty> waiting(Viewer viewer, String unit, int limit) {
        return seenBy(viewer, sql.sql("select " + FactRows.DUTY + """
                , w.claims, w.flagged, w.minutes, w.oldest
                  from (select c.duty_id, count(*) as claims, count(*) filter (where c.flags <> '{}') as flagged,
                               sum(c.minutes) as minutes, min(c.opened_at) as oldest
                          from attendance.claim c where c.state = 'open' group by c.duty_id) w
                  join attendance.duty d on d.id = w.duty_id
                 where (:everywhere or d.unit_code = any(:units::text[])) and (:unit = '' or d.unit_code = :unit)
                 order by w.oldest, d.id limit :limit"""), Right.VERIFY_HOURS)
                .param("unit", unit)
                .param("limit", limit)
                .query((rs, n) -> new WaitingDuty(
                        FactRows.duty(rs, n),
                        rs.getInt("claims"),
                        rs.getInt("flagged"),
                        rs.getLong("minutes"),
                        FactRows.instant(rs, "oldest")))
                .list();
    }

    /** The open and the decided ones asked for, in the order of their ids, held until the transaction ends. */
    List<Candidate> lock(Viewer viewer, Collection<UUID> ids, @Nullable UUID duty) {
        return seenBy(viewer, sql.sql("""
                select c.id, c.duty_id, d.unit_code, c.person_id, c.minutes, c.flags, c.state, d.starts_on, p.born_on,
                       p.canonical_id = me.canonical_id as own,
                       exists (select from attendance.standing_fact f join people.lineage b on b.person_id = f.recorded_by
                                where f.duty_id = c.duty_id and f.person_id = c.person_id and f.kind in ('in', 'out')
                                  and b.canonical_id = me.canonical_id)
                       or exists (select from attendance.fact v join people.lineage b on b.person_id = v.recorded_by
                                    join attendance.fact t on t.id = v.voids and t.recorded_by <> v.recorded_by
                                   where v.duty_id = c.duty_id and v.person_id = c.person_id and t.kind in ('in', 'out')
                                     and b.canonical_id = me.canonical_id) as handled
                  from attendance.claim c
                  join attendance.duty d on d.id = c.duty_id
                  join people.directory p on p.person_id = c.person_id
                  join people.lineage me on me.person_id = :me
                 where (:everywhere or d.unit_code = any(:units::text[]))
                   and (c.id = any(:ids::uuid[]) or c.duty_id = :duty::uuid and c.state = 'open')
                 order by c.id for update of c"""), Right.VERIFY_HOURS)
                .param("me", viewer.signedIn().value())
                .param("ids", FactRows.texts(ids, UUID::toString))
                .param("duty", FactRows.text(duty))
                .query(ClaimRows::candidate)
                .list();
    }

    /** Whose claims those are, as far as the viewer may see them. */
    List<UUID> persons(Viewer viewer, Collection<UUID> ids, @Nullable UUID duty) {
        return seenBy(viewer, sql.sql("""
                select distinct c.person_id from attendance.claim c join attendance.duty d on d.id = c.duty_id
                 where (:everywhere or d.unit_code = any(:units::text[]))
                   and (c.id = any(:ids::uuid[]) or c.duty_id = :duty::uuid and c.state = 'open')"""), Right.VERIFY_HOURS)
                .param("ids", FactRows.texts(ids, UUID::toString))
                .param("duty", FactRows.text(duty))
                .query((rs, n) -> FactRows.id(rs, "person_id"))
                .list();
    }

    Optional<String> unitOf(UUID duty) {
        return sql.sql("select unit_code from attendance.duty where id = :duty")
                .param("duty", duty)
                .query((rs, n) -> rs.getString("unit_code"))
                .optional();
    }

    void decide(Collection<UUID> ids, String state, PersonId by, String reason, Instant now) {
        sql.sql("""
                update attendance.claim set state = :state, decided_by = :by, decided_at = :now, reason = :reason,
                       version = version + 1
                 where id = any(:ids::uuid[]) and state = 'open'""")
                .param("ids", FactRows.texts(ids, UUID::toString))
                .param("state", state)
                .param("by", by.value())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The viewer's units under that right. */
    private static JdbcClient.StatementSpec seenBy(Viewer viewer, JdbcClient.StatementSpec statement, Right right) {
        return statement
                .param("everywhere", viewer.mayEverywhere(right))
                .param("units", viewer.unitsWith(right).toArray(String[]::new));
    }

    private static Candidate candidate(ResultSet rs, int row) throws SQLException {
        return new Candidate(
                FactRows.id(rs, "id"),
                FactRows.id(rs, "duty_id"),
                rs.getString("unit_code"),
                new PersonId(FactRows.id(rs, "person_id")),
                rs.getInt("minutes"),
                texts(rs, "flags"),
                rs.getString("state"),
                rs.getBoolean("own"),
                rs.getBoolean("handled"),
                rs.getObject("starts_on", LocalDate.class),
                rs.getObject("born_on", LocalDate.class));
    }

    private static Claim claim(ResultSet rs, int row) throws SQLException {
        return new Claim(
                FactRows.id(rs, "claim_id"),
                FactRows.duty(rs, row),
                new PersonId(FactRows.id(rs, "person_id")),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getObject("number", Long.class),
                rs.getInt("minutes"),
                FactRows.findInstant(rs, "credited_from"),
                FactRows.findInstant(rs, "credited_to"),
                rs.getObject("credited_by_policy", Integer.class),
                texts(rs, "flags"),
                rs.getString("state"),
                FactRows.instant(rs, "opened_at"),
                FactRows.findInstant(rs, "decided_at"),
                rs.getString("reason"),
                rs.getInt("version"));
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return List.of((String[]) rs.getArray(column).getArray());
    }
}
