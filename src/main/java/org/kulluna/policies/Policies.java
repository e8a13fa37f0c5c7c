package org.kulluna.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Settings with a history: a change adds a version, and what was counted names the version it was counted under. */
@Component
public class Policies {
    /** {@code value} holds whole numbers, by name: see {@link PolicyName}. */
    public record Policy(PolicyName name, int version, Map<String, Integer> value) {
        public int number(String field) {
            Integer n = value.get(field);
            return n == null ? name.defaults().getOrDefault(field, 0) : n;
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient sql;
    private final Audit audit;
    private final Clock clock;

    Policies(JdbcClient sql, Audit audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** In force at that instant; version 0 with the defaults when nobody set one. */
    public Policy at(PolicyName name, Instant when) {
        return sql.sql("""
                select name, version, value from policies.policy
                 where name = :name and in_force_from <= :at order by version desc limit 1""")
                .param("name", name.name())
                .param("at", when.atOffset(ZoneOffset.UTC))
                .query(Policies::fromRow)
                .optional()
                .orElse(new Policy(name, 0, name.defaults()));
    }

    public Policy now(PolicyName name) {
        return at(name, clock.instant());
    }

    @Transactional
    public void set(Viewer viewer, PolicyName name, Map<String, Integer> value, String reason) {
        viewer.must(org.kulluna.shared.Right.MANAGE_POLICIES);
        int version = sql.sql("""
                insert into policies.policy (name, version, value, reason, set_by, in_force_from)
                select :name, coalesce(max(version), 0) + 1, :value::jsonb, :reason, :by, :now
                  from policies.policy where name = :name returning version""")
                .param("name", name.name())
                .param("value", JSON.writeValueAsString(value))
                .param("reason", reason)
                .param("by", viewer.signedIn().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        audit.record(
                viewer,
                "policies.set",
                "policy",
                name + "/" + version,
                value.keySet().toArray(String[]::new));
    }

    private static Policy fromRow(ResultSet rs, int row) throws SQLException {
        return new Policy(
                PolicyName.valueOf(rs.getString("name")),
                rs.getInt("version"),
                JSON.readValue(rs.getString("value"), new TypeReference<Map<String, Integer>>() {}));
    }
}
