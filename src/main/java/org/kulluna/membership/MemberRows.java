package org.kulluna.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
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

    Optional<Member> findByNumber(long number) {
        return sql.sql("select " + COLUMNS + " from membership.member where number = :number")
                .param("number", number)
                .query(MemberRows::fromRow)
                .optional();
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
