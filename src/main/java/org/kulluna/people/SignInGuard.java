package org.kulluna.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * Counts a try before it is judged: of many at once, no more than five are judged at all.
     *
     * @param address empty for a lock that holds wherever the tries come from
     * @throws Refusal TOO_MANY locked-out
     */
    void enter(String name, String address) {
        Instant now = clock.instant();
        boolean open = sql.sql("""
                insert into people.sign_in_failure as f (key_hash, failures, last_at)
                values (:key, 1, :now)
                on conflict (key_hash) do update set
                    failures = case when f.locked_until > :now then least(f.failures + 1, 1000)
                                    when f.last_at < :since then 1 else f.failures + 1 end,
                    last_at = case when f.locked_until > :now then f.last_at else :now end,
                    locked_until = case when f.locked_until > :now then f.locked_until
                                        when f.last_at >= :since and f.failures + 1 >= :most then :until end
                returning failures <= :most""")
                .param("key", key(name, address))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", now.minus(LOCK).atOffset(ZoneOffset.UTC))
                .param("most", FAILURES)
                .param("until", now.plus(LOCK).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        if (!open) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "locked-out");
        }
    }

    /** The try was right. */
    void forget(String name, String address) {
        sql.sql("delete from people.sign_in_failure where key_hash = :key")
                .param("key", key(name, address))
                .update();
    }

    private byte[] key(String name, String address) {
        return keys.hash(Keys.Purpose.TOKEN, "sign-in:" + name + "|" + address);
    }
}
