package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PassRows {
    private final JdbcClient sql;

    PassRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The person kept when records were merged; nobody when erased. */
    Optional<PersonId> findByPublicId(String publicId) {
        return sql.sql("""
                select d.canonical_id from membership.member m
                  join people.directory d on d.person_id = m.person_id
                 where m.public_id = :publicId and not d.erased""")
                .param("publicId", publicId)
                .query((rs, n) -> new PersonId(rs.getObject(1, UUID.class)))
                .optional();
    }

    /** A device of that person, or of a record merged into theirs. */
    Optional<UUID> findLiveDevice(String code, PersonId person) {
        return sql.sql("""
                select p.id from membership.pass_device p join people.lineage l on l.person_id = p.person_id
                 where p.code = :code and l.canonical_id = :person and p.revoked_at is null""")
                .param("code", code)
                .param("person", person.value())
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .optional();
    }

    Optional<PassDevice> findLiveDevice(UUID id, PersonId person) {
        return sql.sql("""
                select p.id, p.code from membership.pass_device p join people.lineage l on l.person_id = p.person_id
                 where p.id = :id and l.canonical_id = :person and p.revoked_at is null and p.code is not null""")
                .param("id", id)
                .param("person", person.value())
                .query((rs, n) -> new PassDevice(rs.getObject("id", UUID.class), rs.getString("code")))
                .optional();
    }

    int countLiveDevices(PersonId person) {
        return sql.sql("""
                select count(*) from membership.pass_device p join people.lineage l on l.person_id = p.person_id
                 where l.canonical_id = :person and p.revoked_at is null""").param("person", person.value()).query(Integer.class).single();
    }

    Optional<LocalDate> findVettedUntil(PersonId person) {
        return sql.sql("select valid_to from membership.clearance where person_id = :person")
                .param("person", person.value())
                .query((rs, n) -> rs.getObject("valid_to", LocalDate.class))
                .optional();
    }

    void insertDevice(PassDevice device, PersonId person, Instant now) {
        sql.sql("""
                insert into membership.pass_device (id, code, person_id, created_at)
                values (:id, :code, :person, :now)""")
                .param("id", device.id())
                .param("code", device.code())
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Devices of records merged into this one show the same person's pass, so they stop with the others. */
    void revokeDevices(PersonId person, @Nullable UUID except, Instant now) {
        sql.sql("""
                update membership.pass_device p set revoked_at = :now
                  from people.lineage l
                 where l.person_id = p.person_id and l.canonical_id = :person
                   and p.revoked_at is null and p.id is distinct from :except::uuid""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .param("except", except)
                .update();
    }

    void deleteDevices(PersonId person) {
        sql.sql("delete from membership.pass_device where person_id = :person")
                .param("person", person.value())
                .update();
    }
}
