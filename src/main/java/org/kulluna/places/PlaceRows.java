package org.kulluna.places;

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
class PlaceRows {
    private record Row(Place place, boolean retired) {}

    private final JdbcClient sql;
    private final LoadingCache<Boolean, Map<String, Row>> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(k -> read());

    PlaceRows(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, Place> all() {
        Map<String, Place> places = new LinkedHashMap<>();
        cache.get(true).forEach((code, row) -> places.put(code, row.place()));
        return places;
    }

    boolean isRetired(String code) {
        Row row = cache.get(true).get(code);
        return row == null || row.retired();
    }

    void forget() {
        cache.invalidateAll();
    }

    Map<String, String> otherNames() {
        Map<String, String> names = new LinkedHashMap<>();
        sql.sql("select code, alt_names from places.place where alt_names <> ''")
                .query((rs, n) -> {
                    names.put(rs.getString("code"), rs.getString("alt_names"));
                    return n;
                })
                .list();
        return names;
    }

    private Map<String, Row> read() {
        Map<String, Row> all = new LinkedHashMap<>();
        sql.sql("""
                select code, name_ar, name_en, region, lat, lng, retired_at is not null as retired
                  from places.place order by name_ar, code""")
                .query(PlaceRows::fromRow)
                .list()
                .forEach(r -> all.put(r.place().code(), r));
        return all;
    }

    private static Row fromRow(ResultSet rs, int row) throws SQLException {
        return new Row(
                new Place(
                        rs.getString("code"),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getString("region"),
                        rs.getDouble("lat"),
                        rs.getDouble("lng")),
                rs.getBoolean("retired"));
    }
}
