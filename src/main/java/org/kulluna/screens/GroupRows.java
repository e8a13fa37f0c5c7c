package org.kulluna.screens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GroupRows {
    private static final String GROUP = """
            select g.id, g.name_ar, g.name_en, g.unit_code, g.version,
                   array(select m.screen_id from screens.group_member m where m.group_id = g.id order by 1) as screens
              from screens.screen_group g where g.retired_at is null""";

    private final JdbcClient sql;

    GroupRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<ScreenGroup> list(Viewer viewer) {
        return sql.sql(GROUP
                        + " and (:everywhere or g.unit_code = any(:units::text[])) order by g.name_ar, g.id limit 500")
                .param("everywhere", viewer.mayEverywhere(Right.MANAGE_SCREENS))
                .param("units", viewer.unitsWith(Right.MANAGE_SCREENS).toArray(String[]::new))
                .query(GroupRows::fromRow)
                .list();
    }

    List<ScreenGroup> listOf(String unit) {
        return sql.sql(GROUP + " and g.unit_code = :unit order by g.name_ar, g.id limit 500")
                .param("unit", unit)
                .query(GroupRows::fromRow)
                .list();
    }

    Optional<ScreenGroup> find(UUID id) {
        return sql.sql(GROUP + " and g.id = :id")
                .param("id", id)
                .query(GroupRows::fromRow)
                .optional();
    }

    /** Also of a retired one. */
    Optional<String> findUnit(UUID id) {
        return sql.sql("select g.unit_code from screens.screen_group g where g.id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** How many of them are screens of that unit. */
    int countOf(String unit, List<UUID> screens) {
        return sql.sql("select count(*) from screens.screen s where s.id = any(:ids) and s.unit_code = :unit")
                .param("ids", screens.toArray(UUID[]::new))
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    boolean insert(ScreenGroup g, Instant now) {
        return sql.sql("""
                insert into screens.screen_group (id, name_ar, name_en, unit_code, created_at)
                values (:id, :ar, :en, :unit, :now) on conflict (id) do nothing""")
                        .param("id", g.id())
                        .param("ar", g.name().ar())
                        .param("en", g.name().en())
                        .param("unit", g.unit())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when somebody else saved or retired it meanwhile. */
    boolean update(ScreenGroup g) {
        return sql.sql("""
                update screens.screen_group set name_ar = :ar, name_en = :en, version = version + 1
                 where id = :id and version = :version and retired_at is null""")
                        .param("id", g.id())
                        .param("ar", g.name().ar())
                        .param("en", g.name().en())
                        .param("version", g.version())
                        .update()
                == 1;
    }

    /** Exactly those are its members now. */
    void fill(UUID group, List<UUID> screens) {
        sql.sql("""
                with gone as (delete from screens.group_member m where m.group_id = :group and m.screen_id <> all(:ids))
                insert into screens.group_member (group_id, screen_id)
                select :group, s.id from screens.screen s where s.id = any(:ids) on conflict do nothing""")
                .param("group", group)
                .param("ids", screens.toArray(UUID[]::new))
                .update();
    }

    /** False when it is already. */
    boolean retire(UUID id, Instant now) {
        return sql.sql("update screens.screen_group set retired_at = :now where id = :id and retired_at is null")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static ScreenGroup fromRow(ResultSet rs, int row) throws SQLException {
        return new ScreenGroup(
                rs.getObject("id", UUID.class),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("unit_code"),
                List.of((UUID[]) rs.getArray("screens").getArray()),
                rs.getInt("version"));
    }
}
