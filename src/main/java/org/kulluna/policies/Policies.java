package org.kulluna.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
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

    /** One version of a policy, and who set it why. */
    public record Version(
            Policy policy, String reason, @Nullable LocalizedText setBy, Instant inForceFrom) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Version> history(Viewer viewer, PolicyName name) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        return sql.sql("""
                select p.name, p.version, p.value, p.reason, p.in_force_from, d.name_ar, d.name_en
                  from policies.policy p left join people.directory d on d.person_id = p.set_by
                 where p.name = :name order by p.version desc limit 200""")
                .param("name", name.name())
                .query((rs, n) -> new Version(
                        fromRow(rs, n),
                        rs.getString("reason"),
                        rs.getString("name_ar") == null
                                ? null
                                : new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getObject("in_force_from", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Refuses when another version came into force after the editor looked. */
    @Transactional
    public Policy set(Viewer viewer, PolicyName name, Map<String, Integer> value, String reason, int seen) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        Map<String, List<String>> faults = name.faults(value);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        if (now(name).version() != seen) {
            throw Refusal.changedMeanwhile();
        }
        set(viewer, name, value, reason);
        return now(name);
    }

    @Transactional
    public void set(Viewer viewer, PolicyName name, Map<String, Integer> value, String reason) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        int version = sql.sql("""
                insert into policies.policy (name, version, value, reason, set_by, in_force_from)
                select :name, coalesce(max(version), 0) + 1, :value::jsonb, :reason, :by, :now
                  from policies.policy where name = :name
                on conflict do nothing returning version""")
                .param("name", name.name())
                .param("value", JSON.writeValueAsString(value))
                .param("reason", reason)
                .param("by", viewer.signedIn().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((rs, n) -> rs.getInt(1))
                .optional()
                .orElseThrow(Refusal::changedMeanwhile);
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
