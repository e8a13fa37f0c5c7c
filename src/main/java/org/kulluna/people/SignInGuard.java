package org.kulluna.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lock-out by account name plus network address: five wrong passwords close that pair for fifteen minutes, so a
 * stranger elsewhere cannot lock the owner out. Names that do not exist are counted just the same.
 */
@Component
class SignInGuard {
    private static final int FAILURES = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final Keys keys;
    private final Clock clock;

    SignInGuard(JdbcClient sql, Keys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    void mustBeOpen(String name, String address) {
        boolean locked = sql.sql("select locked_until from people.sign_in_failure where key_hash = :key")
                .param("key", key(name, address))
                .query((rs, n) -> {
                    OffsetDateTime until = rs.getObject(1, OffsetDateTime.class);
                    return until != null && until.toInstant().isAfter(clock.instant());
                })
                .optional()
                .orElse(false);
        if (locked) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "locked-out");
        }
    }

    void countFailure(String name, String address) {
        Instant now = clock.instant();
        sql.sql("""
                insert into people.sign_in_failure as f (key_hash, failures, last_at)
                values (:key, 1, :now)
                on conflict (key_hash) do update set
                    failures = case when f.last_at < :since then 1 else f.failures + 1 end,
                    last_at = :now,
                    locked_until = case when f.last_at >= :since and f.failures + 1 >= :most then :until end""")
                .param("key", key(name, address))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", now.minus(LOCK).atOffset(ZoneOffset.UTC))
                .param("most", FAILURES)
                .param("until", now.plus(LOCK).atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(String name, String address) {
        sql.sql("delete from people.sign_in_failure where key_hash = :key")
                .param("key", key(name, address))
                .update();
    }

    private byte[] key(String name, String address) {
        return keys.hash(Keys.Purpose.TOKEN, "sign-in:" + name + "|" + address);
    }
}
