package org.kulluna.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as the desk lists and changes them. Those of erased and merged records are closed for good and not here. */
@Repository
class AccountDeskRows {
    private static final String SELECT = """
            select a.id, a.person_id, p.name_ar, p.name_en, a.username, a.disabled_at is not null as disabled,
                   a.second_factor_confirmed_at is not null as second_factor,
                   array(select concat_ws(chr(31), g.role, coalesce(g.unit_code, ''), coalesce(u.name_ar, ''),
                                          coalesce(u.name_en, ''))
                           from people.role_grant g left join units.names u on u.code = g.unit_code
                          where g.person_id = a.person_id and g.revoked_at is null
                          order by g.role, g.unit_code) as grants
              from people.account a
              join people.person p on p.id = a.person_id and p.erased_at is null and p.merged_into is null
            """;
    private final JdbcClient sql;

    AccountDeskRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param plainOnly only accounts that hold no role beyond these */
    List<AccountView> list(
            String words, @Nullable Role role, @Nullable List<String> plainOnly, String after, int limit) {
        Map<String, Object> params = new HashMap<>();
        String named = SearchText.where("p.search", words, params);
        String typed = words.strip().toLowerCase(java.util.Locale.ROOT);
        params.put("username", SearchText.likeWord(typed) + "%");
        params.put("after", after);
        params.put("limit", limit);
        params.put("role", role == null ? "" : role.name());
        params.put("everything", plainOnly == null);
        params.put("plain", plainOnly == null ? new String[0] : plainOnly.toArray(String[]::new));
        return sql.sql(SELECT + " where a.username > :after and (a.username like :username or (" + named + "))" + """
                 and (:role = '' or exists (select from people.role_grant r where r.person_id = a.person_id
                                             and r.role = :role and r.revoked_at is null))
                 and (:everything or not exists (
                     select from people.role_grant r where r.person_id = a.person_id and r.revoked_at is null
                        and r.role <> all(:plain::text[])))
                 order by a.username limit :limit""")
                .params(params)
                .query(AccountDeskRows::fromRow)
                .list();
    }

    Optional<AccountView> find(UUID id) {
        return sql.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(AccountDeskRows::fromRow)
                .optional();
    }

    boolean disable(UUID id, Instant now) {
        return sql.sql("""
                update people.account set disabled_at = :now, version = version + 1
                 where id = :id and disabled_at is null""")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean enable(UUID id) {
        return sql.sql("""
                update people.account set disabled_at = null, version = version + 1
                 where id = :id and disabled_at is not null""").param("id", id).update() == 1;
    }

    boolean setPassword(UUID id, String hash) {
        return sql.sql("""
                update people.account set password_hash = :hash, version = version + 1
                 where id = :id and disabled_at is null""").param("id", id).param("hash", hash).update() == 1;
    }

    boolean hasAccount(PersonId person) {
        return sql.sql("select exists (select from people.account where person_id = :person)")
                .param("person", person.value())
                .query((rs, n) -> rs.getBoolean(1))
                .single();
    }

    boolean isUnit(String code) {
        return sql.sql("select exists (select from units.names where code = :code and not retired)")
                .param("code", code)
                .query((rs, n) -> rs.getBoolean(1))
                .single();
    }

    /** Code to name of the units in use. */
    Map<String, LocalizedText> listUnits() {
        Map<String, LocalizedText> units = new java.util.LinkedHashMap<>();
        sql.sql("select code, name_ar, name_en from units.names where not retired order by name_ar, code")
                .query((rs, n) -> units.put(
                        rs.getString("code"), new LocalizedText(rs.getString("name_ar"), rs.getString("name_en"))))
                .list();
        return units;
    }

    List<Newcomer> listNewcomers(String words) {
        Map<String, Object> params = new HashMap<>();
        String named = SearchText.where("p.search", words, params);
        return sql.sql("select p.id, p.name_ar, p.name_en, p.nationality, p.born_on from people.person p where "
                        + named + " " + """
                 and p.erased_at is null and p.merged_into is null
                 and not exists (select from people.account a where a.person_id = p.id)
                 order by p.name_ar, p.id limit 20""")
                .params(params)
                .query((rs, n) -> new Newcomer(
                        new PersonId(rs.getObject("id", UUID.class)),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getString("nationality"),
                        rs.getObject("born_on", LocalDate.class)))
                .list();
    }

    static AccountView fromRow(ResultSet rs, int row) throws SQLException {
        List<AccountView.Held> held = new ArrayList<>();
        for (String text : PersonRows.texts(rs.getArray("grants"))) {
            String[] parts = text.split("\u001f", -1);
            boolean everywhere = parts[1].isEmpty();
            held.add(new AccountView.Held(
                    Role.valueOf(parts[0]),
                    everywhere ? null : parts[1],
                    everywhere ? null : new LocalizedText(parts[2], parts[3])));
        }
        return new AccountView(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("username"),
                rs.getBoolean("second_factor"),
                rs.getBoolean("disabled"),
                List.copyOf(held));
    }
}
