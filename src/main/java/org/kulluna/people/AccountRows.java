package org.kulluna.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRows {
    private final JdbcClient sql;

    AccountRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean insert(UUID id, PersonId person, String username, String passwordHash, Instant now) {
        return sql.sql("""
                insert into people.account (id, person_id, username, password_hash, created_at)
                values (:id, :person, :username, :hash, :now) on conflict do nothing""")
                        .param("id", id)
                        .param("person", person.value())
                        .param("username", username)
                        .param("hash", passwordHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Account> findByUsername(String username) {
        return sql.sql("""
                select id, person_id, username, password_hash, second_factor_confirmed_at is not null as second_factor,
                       disabled_at is not null as disabled
                  from people.account where username = :username""")
                .param("username", username)
                .query(AccountRows::fromRow)
                .optional();
    }

    List<Role> listRoles(PersonId person) {
        return sql.sql("select role from people.role_grant where person_id = :person and revoked_at is null")
                .param("person", person.value())
                .query((rs, n) -> Role.valueOf(rs.getString(1)))
                .list();
    }

    void insertSession(byte[] hash, UUID account, Session.Kind kind, boolean due, Instant now, Instant until) {
        sql.sql("""
                insert into people.session (token_hash, account_id, kind, second_factor_due, created_at, expires_at)
                values (:hash, :account, :kind, :due, :now, :until)""")
                .param("hash", hash)
                .param("account", account)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("due", due)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Viewer> findViewer(byte[] hash, Session.Kind kind, Instant now) {
        return sql.sql("""
                select a.person_id, a.id as account_id, s.second_factor_due,
                       array_agg(g.role || '|' || coalesce(g.unit_code, '')) filter (where g.role is not null) as grants
                  from people.session s
                  join people.account a on a.id = s.account_id and a.disabled_at is null
                  left join people.role_grant g on g.person_id = a.person_id and g.revoked_at is null
                 where s.token_hash = :hash and s.kind = :kind and s.expires_at > :now
                 group by a.person_id, a.id, s.second_factor_due""")
                .param("hash", hash)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AccountRows::viewer)
                .optional();
    }

    List<byte[]> listOpen(List<byte[]> hashes, Instant now) {
        return sql.sql("""
                select s.token_hash from people.session s
                  join people.account a on a.id = s.account_id and a.disabled_at is null
                 where s.token_hash = any(:hashes) and s.expires_at > :now""")
                .param("hashes", hashes.toArray(byte[][]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> rs.getBytes(1))
                .list();
    }

    /** @return false when it is over */
    boolean holdOpen(byte[] hash, Instant now) {
        return sql.sql("""
                select true from people.session where token_hash = :hash and expires_at > :now for share""")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void deleteSession(byte[] hash) {
        sql.sql("delete from people.session where token_hash = :hash")
                .param("hash", hash)
                .update();
    }

    /** What is over: it opens nothing and tells where somebody was. @return how many rows went */
    int deleteOver(Instant now, Instant longAgo) {
        int gone = sql.sql("delete from people.session where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        gone += sql.sql("delete from people.sign_in_failure where last_at < :before")
                .param("before", longAgo.atOffset(ZoneOffset.UTC))
                .update();
        return gone
                + sql.sql("delete from people.reset_link where expires_at < :before")
                        .param("before", longAgo.atOffset(ZoneOffset.UTC))
                        .update();
    }

    void deleteSessionsOf(PersonId person) {
        sql.sql("""
                delete from people.session s using people.account a
                 where a.id = s.account_id and a.person_id = :person""").param("person", person.value()).update();
    }

    void insertGrant(UUID id, PersonId person, Role role, @Nullable String unit, @Nullable PersonId by, Instant now) {
        sql.sql("""
                insert into people.role_grant (id, person_id, role, unit_code, granted_by, granted_at)
                values (:id, :person, :role, :unit, :by, :now) on conflict do nothing""")
                .param("id", id)
                .param("person", person.value())
                .param("role", role.name())
                .param("unit", unit)
                .param("by", by == null ? null : by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Living reset links that others made. */
    void deleteResetLinksOfOthers(PersonId person, @Nullable PersonId by) {
        sql.sql("""
                delete from people.reset_link l using people.account a
                 where a.id = l.account_id and a.person_id = :person and l.used_at is null
                   and l.issued_by is distinct from :by::uuid""")
                .param("person", person.value())
                .param("by", by == null ? null : by.value())
                .update();
    }

    void revokeGrant(PersonId person, Role role, @Nullable String unit, @Nullable PersonId by, Instant now) {
        sql.sql("""
                update people.role_grant set revoked_by = :by, revoked_at = :now
                 where person_id = :person and role = :role and unit_code is not distinct from :unit::text
                   and revoked_at is null""")
                .param("by", by == null ? null : by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .param("role", role.name())
                .param("unit", unit)
                .update();
    }

    static Account fromRow(ResultSet rs, int row) throws SQLException {
        return new Account(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getString("username"),
                rs.getString("password_hash"),
                rs.getBoolean("second_factor"),
                rs.getBoolean("disabled"));
    }

    private static Viewer viewer(ResultSet rs, int row) throws SQLException {
        boolean due = rs.getBoolean("second_factor_due");
        List<Viewer.Grant> grants = new ArrayList<>();
        for (String text : PersonRows.texts(rs.getArray("grants"))) {
            String[] parts = text.split("\\|", -1);
            Role role = Role.valueOf(parts[0]);
            if (!due || !role.needsSecondFactor()) {
                grants.add(new Viewer.Grant(role, parts[1].isEmpty() ? null : parts[1]));
            }
        }
        return new Viewer(
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getObject("account_id", UUID.class),
                List.copyOf(grants),
                due);
    }
}
