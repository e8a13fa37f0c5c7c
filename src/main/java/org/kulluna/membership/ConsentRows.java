package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConsentRows {
    private final JdbcClient sql;

    ConsentRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(PersonId person, Consent c, PersonId by, Instant now) {
        sql.sql("""
                insert into membership.guardian_consent (id, person_id, guardian_name, guardian_phone, relation,
                    valid_from, valid_to, evidence, recorded_by, recorded_at)
                values (:id, :person, :name, :phone, :relation, :from, :to, :evidence, :by, :now)""")
                .param("id", c.id())
                .param("person", person.value())
                .param("name", c.guardianName())
                .param("phone", c.guardianPhone())
                .param("relation", c.relation())
                .param("from", c.validFrom())
                .param("to", c.validTo())
                .param("evidence", c.evidence())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    List<Consent> list(PersonId person) {
        return sql.sql("""
                select id, guardian_name, guardian_phone, relation, valid_from, valid_to, evidence, withdrawn_at
                  from membership.guardian_consent where person_id = :person order by recorded_at desc, id desc""")
                .param("person", person.value())
                .query((rs, n) -> new Consent(
                        rs.getObject("id", UUID.class),
                        rs.getString("guardian_name"),
                        rs.getString("guardian_phone"),
                        rs.getString("relation"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class),
                        rs.getString("evidence"),
                        ApplicationRows.instant(rs, "withdrawn_at")))
                .list();
    }

    Optional<PersonId> findPerson(UUID id) {
        return sql.sql("select person_id from membership.guardian_consent where id = :id")
                .param("id", id)
                .query((rs, n) -> new PersonId(rs.getObject(1, UUID.class)))
                .optional();
    }

    boolean withdraw(UUID id, Instant now) {
        return sql.sql("""
                update membership.guardian_consent set withdrawn_at = :now where id = :id and withdrawn_at is null""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    void move(PersonId from, PersonId into) {
        sql.sql("update membership.guardian_consent set person_id = :into where person_id = :from")
                .param("into", into.value())
                .param("from", from.value())
                .update();
    }

    void empty(PersonId person, Instant now) {
        sql.sql("""
                update membership.guardian_consent set guardian_name = '', guardian_phone = '', relation = '',
                       evidence = '', withdrawn_at = coalesce(withdrawn_at, :now)
                 where person_id = :person""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }
}
