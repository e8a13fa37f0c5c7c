package org.kulluna.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kulluna.keys.Keys;
import org.kulluna.keys.Resealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Seals identity numbers again under the newest key. */
@Repository
class DocumentResealer implements Resealer {
    private record Row(UUID id, Keys.Sealed sealed) {}

    private final JdbcClient sql;
    private final Keys keys;

    DocumentResealer(JdbcClient sql, Keys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    @Override
    public String what() {
        return "people.identity_document";
    }

    @Override
    @Transactional
    public int resealSome(int limit) {
        List<Row> rows = sql.sql("""
                select id, number_cipher, key_id from people.identity_document
                 where key_id <> :newest order by id limit :limit for update""")
                .param("newest", keys.newestId())
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getObject("id", UUID.class),
                        new Keys.Sealed(rs.getBytes("number_cipher"), rs.getString("key_id"))))
                .list();
        for (Row row : rows) {
            Keys.Sealed fresh = keys.seal(keys.open(row.sealed()));
            sql.sql("update people.identity_document set number_cipher = :cipher, key_id = :key where id = :id")
                    .param("cipher", fresh.cipher())
                    .param("key", fresh.keyId())
                    .param("id", row.id())
                    .update();
        }
        return rows.size();
    }

    @Override
    public Set<String> keysInUse() {
        return new HashSet<>(sql.sql("select distinct key_id from people.identity_document where key_id is not null")
                .query((rs, n) -> rs.getString(1))
                .list());
    }
}
