package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came from elsewhere: three queries, however many there are. */
@Repository
class KnownRows {
    private final JdbcClient sql;

    KnownRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** By external id. */
    Map<String, KnownOpportunity> list(String unit, String source, Collection<String> externalIds) {
        Map<UUID, KnownOpportunity> byId = new HashMap<>();
        Map<String, KnownOpportunity> known = new HashMap<>();
        sql.sql("""
                select o.id, o.external_id, o.state, o.title_ar, o.title_en, o.text_ar, o.text_en, o.may_ar, o.may_en,
                       o.may_not_ar, o.may_not_en, o.pillar, o.place_code
                  from volunteering.opportunity o
                 where o.unit_code = :unit and o.source = :source and o.external_id = any(:ids::text[])""")
                .param("unit", unit)
                .param("source", source)
                .param("ids", externalIds.toArray(String[]::new))
                .query(KnownRows::fromRow)
                .list()
                .forEach(o -> {
                    byId.put(o.id(), o);
                    known.put(o.externalId(), o);
                });
        if (!byId.isEmpty()) {
            shifts(byId.keySet()).forEach(s -> {
                KnownOpportunity of = byId.get(s.opportunity());
                if (of != null) {
                    of.shifts().put(s.key(), s);
                }
            });
        }
        return known;
    }

    private List<KnownOpportunity.KnownShift> shifts(Collection<UUID> opportunities) {
        Map<UUID, List<KnownOpportunity.KnownRole>> roles = roles(opportunities);
        return sql.sql("""
                select s.id, s.opportunity_id, s.external_id, s.state, s.starts_at, s.ends_at, s.zone, s.place_code,
                       s.required_qualifications, s.minimum_age, s.students_welcome, s.walk_ins, s.leader_id
                  from volunteering.shift s
                 where s.opportunity_id = any(:ids::uuid[]) and s.external_id is not null""")
                .param("ids", RoleRows.texts(opportunities))
                .query((rs, n) -> shift(rs, roles.getOrDefault(rs.getObject("id", UUID.class), List.of())))
                .list();
    }

    private Map<UUID, List<KnownOpportunity.KnownRole>> roles(Collection<UUID> opportunities) {
        Map<UUID, List<KnownOpportunity.KnownRole>> roles = new HashMap<>();
        sql.sql("""
                select r.id, r.shift_id, r.name_ar, r.name_en, r.minimum, r.maximum, r.booked
                  from volunteering.shift_role r
                  join volunteering.shift s on s.id = r.shift_id
                 where s.opportunity_id = any(:ids::uuid[]) order by r.shift_id, r.sort, r.id""")
                .param("ids", RoleRows.texts(opportunities))
                .query((rs, n) -> roles.computeIfAbsent(rs.getObject("shift_id", UUID.class), s -> new ArrayList<>())
                        .add(new KnownOpportunity.KnownRole(
                                rs.getObject("id", UUID.class),
                                text(rs, "name"),
                                rs.getInt("minimum"),
                                rs.getInt("maximum"),
                                rs.getInt("booked"))))
                .list();
        return roles;
    }

    private static KnownOpportunity fromRow(ResultSet rs, int row) throws SQLException {
        return new KnownOpportunity(
                rs.getObject("id", UUID.class),
                rs.getString("external_id"),
                rs.getString("state"),
                text(rs, "title"),
                text(rs, "text"),
                text(rs, "may"),
                text(rs, "may_not"),
                rs.getString("pillar"),
                rs.getString("place_code"),
                new HashMap<>());
    }

    private static KnownOpportunity.KnownShift shift(ResultSet rs, List<KnownOpportunity.KnownRole> roles)
            throws SQLException {
        return new KnownOpportunity.KnownShift(
                rs.getObject("opportunity_id", UUID.class),
                rs.getString("external_id"),
                rs.getString("state"),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                rs.getString("zone"),
                rs.getString("place_code"),
                List.of((String[]) rs.getArray("required_qualifications").getArray()),
                rs.getInt("minimum_age"),
                rs.getBoolean("students_welcome"),
                rs.getBoolean("walk_ins"),
                rs.getObject("leader_id", UUID.class),
                roles);
    }

    private static LocalizedText text(ResultSet rs, String name) throws SQLException {
        return new LocalizedText(rs.getString(name + "_ar"), rs.getString(name + "_en"));
    }
}
