package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShiftRows {
    static final String COLUMNS = """
            s.id, s.opportunity_id, s.starts_at, s.ends_at, s.zone, s.place_code, s.required_qualifications,
            s.minimum_age, s.students_welcome, s.walk_ins, s.leader_id, s.state, s.cancel_reason, s.version""";
    private final JdbcClient sql;

    ShiftRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when the id, or the external id within the opportunity, is taken. */
    boolean insert(UUID id, UUID opportunity, NewShift s, String place, Instant now) {
        return values(sql.sql("""
                insert into volunteering.shift (id, opportunity_id, starts_at, ends_at, zone, place_code,
                    required_qualifications, minimum_age, students_welcome, walk_ins, leader_id, state, external_id,
                    created_at)
                values (:id, :opportunity, :startsAt, :endsAt, :zone, :place, :qualifications::text[], :minimumAge,
                    :studentsWelcome, :walkIns, :leader, 'draft', :externalId, :now) on conflict do nothing"""), s, place)
                        .param("id", id)
                        .param("opportunity", opportunity)
                        .param("externalId", s.externalId())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean update(UUID id, int version, NewShift s, String place) {
        return values(sql.sql("""
                update volunteering.shift
                   set starts_at = :startsAt, ends_at = :endsAt, zone = :zone, place_code = :place,
                       required_qualifications = :qualifications::text[], minimum_age = :minimumAge,
                       students_welcome = :studentsWelcome, walk_ins = :walkIns, leader_id = :leader,
                       version = version + 1
                 where id = :id and version = :version and state <> 'cancelled'"""), s, place)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean publish(UUID id) {
        return sql.sql("update volunteering.shift set state = 'published', version = version + 1"
                                + " where id = :id and state = 'draft'")
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean cancel(UUID id, int version, String reason) {
        return sql.sql("""
                update volunteering.shift set state = 'cancelled', cancel_reason = :reason, version = version + 1
                 where id = :id and version = :version and state <> 'cancelled'""")
                        .param("id", id)
                        .param("version", version)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    Optional<Shift> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from volunteering.shift s where s.id = :id")
                .param("id", id)
                .query(ShiftRows::fromRow)
                .optional();
    }

    Optional<Shift> findByExternalId(UUID opportunity, String externalId) {
        return sql.sql(
                        "select " + COLUMNS
                                + " from volunteering.shift s where s.opportunity_id = :opportunity and s.external_id = :externalId")
                .param("opportunity", opportunity)
                .param("externalId", externalId)
                .query(ShiftRows::fromRow)
                .optional();
    }

    List<Shift> listOf(UUID opportunity) {
        return sql.sql("select " + COLUMNS
                        + " from volunteering.shift s where s.opportunity_id = :opportunity order by s.starts_at, s.id")
                .param("opportunity", opportunity)
                .query(ShiftRows::fromRow)
                .list();
    }

    /** Whether somebody was checked in there: times and place then stand as they were lived. */
    boolean hasFacts(UUID shift) {
        return sql.sql("select exists (select from attendance.presence p where p.duty_id = :shift)")
                .param("shift", shift)
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, NewShift s, String place) {
        PersonId leader = s.leader();
        return statement
                .param("startsAt", s.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", s.endsAt().atOffset(ZoneOffset.UTC))
                .param("zone", s.zone().getId())
                .param("place", place)
                .param("qualifications", s.qualifications().toArray(String[]::new))
                .param("minimumAge", s.minimumAge())
                .param("studentsWelcome", s.studentsWelcome())
                .param("walkIns", s.walkIns())
                .param("leader", leader == null ? null : leader.value());
    }

    static Shift fromRow(ResultSet rs, int row) throws SQLException {
        UUID leader = rs.getObject("leader_id", UUID.class);
        return new Shift(
                rs.getObject("id", UUID.class),
                rs.getObject("opportunity_id", UUID.class),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(rs.getString("zone")),
                rs.getString("place_code"),
                List.of((String[]) rs.getArray("required_qualifications").getArray()),
                rs.getInt("minimum_age"),
                rs.getBoolean("students_welcome"),
                rs.getBoolean("walk_ins"),
                leader == null ? null : new PersonId(leader),
                rs.getString("state"),
                rs.getString("cancel_reason"),
                rs.getInt("version"));
    }
}
