package org.kulluna.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SecondFactorRows {
    /** {@code secret} is null before enrolment begins; {@code lastStep} is -1 before a code was taken. */
    record State(String username, Keys.@Nullable Sealed secret, boolean confirmed, long lastStep) {}

    private final JdbcClient sql;

    SecondFactorRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<State> find(UUID account) {
        return sql.sql("""
                select username, second_factor_cipher, second_factor_key_id, coalesce(second_factor_last_step, -1) as last,
                       second_factor_confirmed_at is not null as confirmed
                  from people.account where id = :id""")
                .param("id", account)
                .query(SecondFactorRows::fromRow)
                .optional();
    }

    /** Keeps the first secret when two pages ask at once. */
    void begin(UUID account, Keys.Sealed secret) {
        sql.sql("""
                update people.account set second_factor_cipher = :cipher, second_factor_key_id = :key
                 where id = :id and second_factor_cipher is null""")
                .param("cipher", secret.cipher())
                .param("key", secret.keyId())
                .param("id", account)
                .update();
    }

    /** False when that step, or a later one, was taken already: a code works once. */
    boolean take(UUID account, long step, Instant now) {
        return sql.sql("""
                update people.account
                   set second_factor_last_step = :step,
                       second_factor_confirmed_at = coalesce(second_factor_confirmed_at, :now)
                 where id = :id and coalesce(second_factor_last_step, -1) < :step""")
                        .param("step", step)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", account)
                        .update()
                == 1;
    }

    void clearDue(byte[] session) {
        sql.sql("update people.session set second_factor_due = false where token_hash = :hash")
                .param("hash", session)
                .update();
    }

    boolean remove(UUID account) {
        return sql.sql("""
                update people.account
                   set second_factor_cipher = null, second_factor_key_id = null, second_factor_confirmed_at = null,
                       second_factor_last_step = null, version = version + 1
                 where id = :id and second_factor_cipher is not null""").param("id", account).update() == 1;
    }

    private static State fromRow(ResultSet rs, int row) throws SQLException {
        byte[] cipher = rs.getBytes("second_factor_cipher");
        return new State(
                rs.getString("username"),
                cipher == null ? null : new Keys.Sealed(cipher, rs.getString("second_factor_key_id")),
                rs.getBoolean("confirmed"),
                rs.getLong("last"));
    }
}
