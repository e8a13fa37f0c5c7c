package org.kulluna.membership;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GroundsRows {
    record Row(Keys.Sealed sealed, @Nullable LocalizedText by, Instant at) {}

    private final JdbcClient sql;

    GroundsRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(UUID check, Keys.Sealed text, PersonId by, Instant now) {
        sql.sql("""
                insert into membership.vetting_grounds (id, check_id, text_cipher, key_id, written_by, written_at)
                values (:id, :check, :cipher, :key, :by, :now)""")
                .param("id", Ids.next())
                .param("check", check)
                .param("cipher", text.cipher())
                .param("key", text.keyId())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Row> list(UUID check) {
        return sql.sql("""
                select g.text_cipher, g.key_id, g.written_at, d.name_ar, d.name_en
                  from membership.vetting_grounds g left join people.directory d on d.person_id = g.written_by
                 where g.check_id = :check order by g.written_at, g.id""")
                .param("check", check)
                .query((rs, n) -> new Row(
                        new Keys.Sealed(rs.getBytes("text_cipher"), rs.getString("key_id")),
                        rs.getString("name_ar") == null
                                ? null
                                : new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void deleteOf(PersonId person) {
        sql.sql("""
                delete from membership.vetting_grounds g using membership.vetting_check c
                 where c.id = g.check_id and c.person_id = :person""").param("person", person.value()).update();
    }
}
