package org.kulluna.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResetLinkRows {
    /** Whose password a living link sets. */
    record Target(UUID account, String username) {}

    private final JdbcClient sql;

    ResetLinkRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The one living link of the account: earlier ones stop working. */
    void insert(byte[] hash, UUID account, UUID by, Instant now, Instant until) {
        sql.sql("delete from people.reset_link where account_id = :account and used_at is null")
                .param("account", account)
                .update();
        sql.sql("""
                insert into people.reset_link (token_hash, account_id, issued_by, issued_at, expires_at)
                values (:hash, :account, :by, :now, :until)""")
                .param("hash", hash)
                .param("account", account)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Target> find(byte[] hash, Instant now) {
        return sql.sql("""
                select a.id, a.username from people.reset_link l
                  join people.account a on a.id = l.account_id and a.disabled_at is null
                 where l.token_hash = :hash and l.used_at is null and l.expires_at > :now""")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> new Target(rs.getObject(1, UUID.class), rs.getString(2)))
                .optional();
    }

    /** False when somebody used it first. */
    boolean use(byte[] hash, Instant now) {
        return sql.sql("""
                update people.reset_link set used_at = :now
                 where token_hash = :hash and used_at is null and expires_at > :now""")
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
