package org.kulluna.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kulluna.keys.Keys;
import org.kulluna.keys.Resealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one key pair that push services know this house by. */
@Repository
class VapidRows implements Resealer {
    record Row(byte[] publicKey, Keys.Sealed secret) {}

    private final JdbcClient sql;
    private final Keys keys;

    VapidRows(JdbcClient sql, Keys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    Optional<Row> find() {
        return sql.sql("select public_key, private_cipher, key_id from delivery.vapid_key")
                .query((rs, n) -> new Row(
                        rs.getBytes("public_key"),
                        new Keys.Sealed(rs.getBytes("private_cipher"), rs.getString("key_id"))))
                .optional();
    }

    /** Whichever node comes first has made it. */
    void insert(Row row, Instant now) {
        sql.sql("""
                insert into delivery.vapid_key (public_key, private_cipher, key_id, made_at)
                values (:public, :cipher, :key, :now) on conflict do nothing""")
                .param("public", row.publicKey())
                .param("cipher", row.secret().cipher())
                .param("key", row.secret().keyId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public String what() {
        return "delivery.vapid_key";
    }

    @Override
    @Transactional
    public int resealSome(int limit) {
        List<Keys.Sealed> stale = sql.sql(
                        "select private_cipher, key_id from delivery.vapid_key where key_id <> :newest for update")
                .param("newest", keys.newestId())
                .query((rs, n) -> new Keys.Sealed(rs.getBytes("private_cipher"), rs.getString("key_id")))
                .list();
        for (Keys.Sealed sealed : stale) {
            Keys.Sealed fresh = keys.seal(keys.open(sealed));
            sql.sql("update delivery.vapid_key set private_cipher = :cipher, key_id = :key")
                    .param("cipher", fresh.cipher())
                    .param("key", fresh.keyId())
                    .update();
        }
        return stale.size();
    }

    @Override
    public Set<String> keysInUse() {
        return new HashSet<>(sql.sql("select key_id from delivery.vapid_key")
                .query((rs, n) -> rs.getString(1))
                .list());
    }
}
