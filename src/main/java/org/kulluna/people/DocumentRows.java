package org.kulluna.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentRows {
    private final JdbcClient sql;

    DocumentRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when that number is recorded already. */
    boolean insert(
            UUID id,
            PersonId person,
            String kind,
            Keys.Sealed number,
            byte[] hash,
            @Nullable LocalDate validUntil,
            Instant now) {
        return sql.sql("""
                insert into people.identity_document
                    (id, person_id, kind, number_cipher, key_id, number_hash, valid_until, recorded_at)
                values (:id, :person, :kind, :cipher, :keyId, :hash, :validUntil, :now)
                on conflict (kind, number_hash) do nothing""")
                        .param("id", id)
                        .param("person", person.value())
                        .param("kind", kind)
                        .param("cipher", number.cipher())
                        .param("keyId", number.keyId())
                        .param("hash", hash)
                        .param("validUntil", validUntil)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<PersonId> findPerson(String kind, byte[] hash) {
        return sql.sql("select person_id from people.identity_document where kind = :kind and number_hash = :hash")
                .param("kind", kind)
                .param("hash", hash)
                .query((rs, n) -> new PersonId(rs.getObject(1, UUID.class)))
                .optional();
    }

    Optional<Keys.Sealed> findSealed(PersonId person, String kind) {
        return sql.sql("""
                select number_cipher, key_id from people.identity_document
                 where person_id = :person and kind = :kind order by recorded_at desc limit 1""")
                .param("person", person.value())
                .param("kind", kind)
                .query((rs, n) -> new Keys.Sealed(rs.getBytes(1), rs.getString(2)))
                .optional();
    }

    void markVerified(PersonId person, String kind, PersonId by, Instant now) {
        sql.sql("""
                update people.identity_document set verified_by = :by, verified_at = :now
                 where person_id = :person and kind = :kind""")
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .param("kind", kind)
                .update();
    }

    /** @param verifier who saw it; null when it is only declared */
    void insertVisa(
            UUID id,
            PersonId person,
            LocalDate from,
            LocalDate to,
            String evidence,
            @Nullable PersonId verifier,
            Instant now) {
        sql.sql("""
                insert into people.residence_visa (id, person_id, valid_from, valid_to, evidence, verified_by,
                    verified_at, recorded_at)
                values (:id, :person, :from, :to, :evidence, :verifier, case when :seen then :now::timestamptz end, :now)""")
                .param("evidence", evidence)
                .param("verifier", verifier == null ? null : verifier.value())
                .param("seen", verifier != null)
                .param("id", id)
                .param("person", person.value())
                .param("from", from)
                .param("to", to)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<LocalDate> findVisaValidTo(PersonId person) {
        return sql.sql("select max(valid_to) as last from people.residence_visa where person_id = :person")
                .param("person", person.value())
                .query((rs, n) -> Optional.ofNullable(rs.getObject("last", LocalDate.class)))
                .single();
    }
}
