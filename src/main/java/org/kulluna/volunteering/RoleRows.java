package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleRows {
    private static final String COLUMNS = """
            r.id, r.shift_id, r.name_ar, r.name_en, r.minimum, r.maximum, r.booked, r.sort,
            (select count(*) from volunteering.sign_up u where u.role_id = r.id and u.state = 'waiting') as waiting""";
    private final JdbcClient sql;

    RoleRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of those shifts, in the order of their list. */
    List<ShiftRole> listOf(Collection<UUID> shifts) {
        return sql.sql("select " + COLUMNS + """
                 from volunteering.shift_role r where r.shift_id = any(:shifts::uuid[])
                order by r.shift_id, r.sort, r.id""")
                .param("shifts", texts(shifts))
                .query(RoleRows::fromRow)
                .list();
    }

    /** Of one shift by id, in the order of their list. */
    Map<UUID, ShiftRole> byId(UUID shift) {
        Map<UUID, ShiftRole> all = new LinkedHashMap<>();
        listOf(List.of(shift)).forEach(r -> all.put(r.id(), r));
        return all;
    }

    /**
     * Locks the counters, always in the order of their ids so that nobody waits in a circle. What is read afterwards is
     * what holds until the transaction ends.
     */
    void lock(Collection<UUID> roles) {
        sql.sql("select id from volunteering.shift_role where id = any(:roles::uuid[]) order by id for update")
                .param("roles", texts(roles))
                .query(UUID.class)
                .list();
    }

    void lockOf(Collection<UUID> shifts) {
        sql.sql("select id from volunteering.shift_role where shift_id = any(:shifts::uuid[]) order by id for update")
                .param("shifts", texts(shifts))
                .query(UUID.class)
                .list();
    }

    /** Roles of open shifts to come where a seat is free and somebody waits. */
    List<UUID> listWaitedFor(Instant now) {
        return sql.sql("""
                select r.id from volunteering.shift_role r
                  join volunteering.shift s on s.id = r.shift_id
                  join volunteering.opportunity o on o.id = s.opportunity_id
                 where r.booked < r.maximum and s.state = 'published' and o.state = 'published' and s.starts_at > :now
                   and exists (select from volunteering.sign_up u where u.role_id = r.id and u.state = 'waiting')
                 order by s.starts_at, r.id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> rs.getObject("id", UUID.class))
                .list();
    }

    UUID shiftOf(UUID role) {
        return sql.sql("select shift_id from volunteering.shift_role where id = :role")
                .param("role", role)
                .query(UUID.class)
                .single();
    }

    void count(UUID role, int change) {
        sql.sql("update volunteering.shift_role set booked = booked + :change where id = :role")
                .param("role", role)
                .param("change", change)
                .update();
    }

    void insert(UUID id, UUID shift, NewRole role, int sort) {
        sql.sql("""
                insert into volunteering.shift_role (id, shift_id, name_ar, name_en, minimum, maximum, sort)
                values (:id, :shift, :nameAr, :nameEn, :minimum, :maximum, :sort)""")
                .param("id", id)
                .param("shift", shift)
                .param("nameAr", role.name().ar())
                .param("nameEn", role.name().en())
                .param("minimum", role.minimum())
                .param("maximum", role.maximum())
                .param("sort", sort)
                .update();
    }

    void update(UUID id, NewRole role, int sort) {
        sql.sql("""
                update volunteering.shift_role set name_ar = :nameAr, name_en = :nameEn, minimum = :minimum,
                       maximum = :maximum, sort = :sort where id = :id""")
                .param("id", id)
                .param("nameAr", role.name().ar())
                .param("nameEn", role.name().en())
                .param("minimum", role.minimum())
                .param("maximum", role.maximum())
                .param("sort", sort)
                .update();
    }

    /** False when somebody ever signed up for it: its history stays. */
    boolean deleteUnused(UUID id) {
        return sql.sql("""
                delete from volunteering.shift_role r
                 where r.id = :id and not exists (select from volunteering.sign_up u where u.role_id = r.id)""").param("id", id).update() == 1;
    }

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static ShiftRole fromRow(ResultSet rs, int row) throws SQLException {
        return new ShiftRole(
                rs.getObject("id", UUID.class),
                rs.getObject("shift_id", UUID.class),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getInt("minimum"),
                rs.getInt("maximum"),
                rs.getInt("booked"),
                rs.getInt("waiting"),
                rs.getInt("sort"));
    }
}
