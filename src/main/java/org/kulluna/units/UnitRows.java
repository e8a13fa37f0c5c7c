package org.kulluna.units;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kulluna.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnitRows {
    private final JdbcClient sql;
    private final LoadingCache<Boolean, Map<String, Unit>> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(k -> read());

    UnitRows(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, Unit> all() {
        return cache.get(true);
    }

    void forget() {
        cache.invalidateAll();
    }

    private Map<String, Unit> read() {
        Map<String, Unit> all = new LinkedHashMap<>();
        sql.sql("""
                select code, kind, name_ar, name_en, region, retired_at is not null as retired
                  from units.unit order by name_ar, code""").query(UnitRows::fromRow).list().forEach(u -> all.put(u.code(), u));
        return all;
    }

    private static Unit fromRow(ResultSet rs, int row) throws SQLException {
        return new Unit(
                rs.getString("code"),
                rs.getString("kind"),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("region"),
                rs.getBoolean("retired"));
    }
}
