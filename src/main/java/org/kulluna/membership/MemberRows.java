package org.kulluna.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MemberRows {
    private static final String COLUMNS = "person_id, number, public_id, status, student, accepted_at, left_at";
    private final JdbcClient sql;

    MemberRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Member> find(PersonId person) {
        return sql.sql("select " + COLUMNS + " from membership.member where person_id = :person")
                .param("person", person.value())
                .query(MemberRows::fromRow)
                .optional();
    }

    /** The number of a record that was merged into another finds the member kept. */
    Optional<Member> findByNumber(long number) {
        return sql.sql("select " + COLUMNS + """
                \sfrom membership.member where person_id = (
                    select l.canonical_id from membership.member m join people.lineage l on l.person_id = m.person_id
                     where m.number = :number)""")
                .param("number", number)
                .query(MemberRows::fromRow)
                .optional();
    }

    /** Takes the next number and holds the counter until the transaction ends. */
    long nextNumber() {
        return sql.sql("update membership.number_counter set last = last + 1 returning last")
                .query(Long.class)
                .single();
    }

    /** What the person was when accepted is fixed here, so that counts stay right after they moved or were erased. */
    void insert(Member m, @Nullable String nationality, String ageGroup, @Nullable String region) {
        sql.sql("""
                insert into membership.member (person_id, number, public_id, status, student, accepted_at,
                    accepted_nationality, accepted_age_group, accepted_region)
                values (:person, :number, :publicId, :status, :student, :acceptedAt, :nationality, :ageGroup, :region)""")
                .param("person", m.person().value())
                .param("number", m.number())
                .param("publicId", m.publicId())
                .param("status", m.status())
                .param("student", m.student())
                .param("acceptedAt", m.acceptedAt().atOffset(ZoneOffset.UTC))
                .param("nationality", nationality)
                .param("ageGroup", ageGroup)
                .param("region", region)
                .update();
    }

    void comeBack(PersonId person, boolean student) {
        sql.sql("""
                update membership.member set status = 'active', student = :student, left_at = null, left_reason = '',
                       suspended_until = null, version = version + 1
                 where person_id = :person""")
                .param("student", student)
                .param("person", person.value())
                .update();
    }

    Optional<MemberState> findState(PersonId person) {
        return sql.sql("""
                select status, student, suspended_until, left_reason, version
                  from membership.member where person_id = :person""")
                .param("person", person.value())
                .query((rs, n) -> new MemberState(
                        rs.getString("status"),
                        rs.getBoolean("student"),
                        rs.getObject("suspended_until", LocalDate.class),
                        rs.getString("left_reason"),
                        rs.getInt("version")))
                .optional();
    }

    /** @param version as it was read; somebody who was faster wins */
    boolean change(PersonId person, int version, MemberState next, Instant now) {
        return sql.sql("""
                update membership.member set status = :status, student = :student, suspended_until = :until,
                       left_reason = :reason, version = version + 1,
                       left_at = case when :status = 'left' then coalesce(left_at, :now) end
                 where person_id = :person and version = :version""")
                        .param("status", next.status())
                        .param("student", next.student())
                        .param("until", next.suspendedUntil())
                        .param("reason", next.leftReason())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("person", person.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    void leave(PersonId person, Instant now) {
        sql.sql("""
                update membership.member set status = 'left', left_at = coalesce(left_at, :now), left_reason = '',
                       suspended_until = null, version = version + 1
                 where person_id = :person""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    /** The only membership of the two moves whole, with its number. */
    void move(PersonId from, PersonId into) {
        sql.sql("update membership.member set person_id = :into, version = version + 1 where person_id = :from")
                .param("into", into.value())
                .param("from", from.value())
                .update();
    }

    void insertMerge(UUID id, PersonId from, PersonId into, String reason, PersonId by, Instant now) {
        sql.sql("""
                insert into membership.person_merge (id, from_person, into_person, reason, merged_by, merged_at)
                values (:id, :from, :into, :reason, :by, :now)""")
                .param("id", id)
                .param("from", from.value())
                .param("into", into.value())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void emptyMerges(PersonId person) {
        sql.sql("update membership.person_merge set reason = '' where from_person = :person or into_person = :person")
                .param("person", person.value())
                .update();
    }

    /** The person and every record that was merged into theirs. */
    List<PersonId> withMerged(PersonId person) {
        return sql.sql("select person_id from people.lineage where canonical_id = :person")
                .param("person", person.value())
                .query((rs, n) -> new PersonId(rs.getObject(1, UUID.class)))
                .list();
    }

    static Member fromRow(ResultSet rs, int row) throws SQLException {
        OffsetDateTime left = rs.getObject("left_at", OffsetDateTime.class);
        return new Member(
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getLong("number"),
                rs.getString("public_id"),
                rs.getString("status"),
                rs.getBoolean("student"),
                rs.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                left == null ? null : left.toInstant());
    }
}
