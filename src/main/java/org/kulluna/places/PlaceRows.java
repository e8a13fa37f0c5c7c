package org.kulluna.places;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlaceRows {
    private static final String COLUMNS = """
            code, name_ar, name_en, alt_names, region, lat, lng, retired_at is not null as retired, version""";

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

    /** The rows as they stand, past the memory. */
    List<PlaceEntry> list(String words) {
        Map<String, Object> params = new HashMap<>();
        String found = SearchText.where("search", words, params);
        return sql.sql("select " + COLUMNS + " from places.place where " + found
                        + " order by retired_at is not null, name_ar, code")
                .params(params)
                .query(PlaceRows::entry)
                .list();
    }

    Optional<PlaceEntry> find(String code) {
        return sql.sql("select " + COLUMNS + " from places.place where code = :code")
                .param("code", code)
                .query(PlaceRows::entry)
                .optional();
    }

    boolean insert(Place p, String altNames) {
        return sql.sql("""
                insert into places.place (code, name_ar, name_en, alt_names, search, region, lat, lng)
                values (:code, :nameAr, :nameEn, :alt, :search, :region, :lat, :lng) on conflict do nothing""").params(params(p, altNames)).update() == 1;
    }

    boolean update(Place p, String altNames, int version) {
        return sql.sql("""
                update places.place set name_ar = :nameAr, name_en = :nameEn, alt_names = :alt, search = :search,
                       region = :region, lat = :lat, lng = :lng, version = version + 1
                 where code = :code and version = :version""")
                        .params(params(p, altNames))
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean setRetired(String code, int version, @Nullable Instant at) {
        return sql.sql("""
                update places.place set retired_at = :at, version = version + 1
                 where code = :code and version = :version""")
                        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                        .param("code", code)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Map<String, Object> params(Place p, String altNames) {
        return Map.of(
                "code", p.code(),
                "nameAr", p.name().ar(),
                "nameEn", p.name().en(),
                "alt", altNames,
                "search", SearchText.stored(p.name().ar(), p.name().en(), altNames),
                "region", p.region(),
                "lat", p.lat(),
                "lng", p.lng());
    }

    private static PlaceEntry entry(ResultSet rs, int row) throws SQLException {
        Row read = fromRow(rs, row);
        return new PlaceEntry(read.place(), rs.getString("alt_names"), read.retired(), rs.getInt("version"));
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
