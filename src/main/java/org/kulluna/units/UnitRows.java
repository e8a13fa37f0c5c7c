package org.kulluna.units;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** The rows as they stand, past the memory. */
    List<UnitEntry> list() {
        return sql.sql("""
                select code, kind, name_ar, name_en, region, retired_at is not null as retired, version
                  from units.unit order by retired_at is not null, name_ar, code""").query(UnitRows::entry).list();
    }

    Optional<UnitEntry> find(String code) {
        return sql.sql("""
                select code, kind, name_ar, name_en, region, retired_at is not null as retired, version
                  from units.unit where code = :code""").param("code", code).query(UnitRows::entry).optional();
    }

    boolean insert(Unit u) {
        return sql.sql("""
                insert into units.unit (code, kind, name_ar, name_en, region)
                values (:code, :kind, :nameAr, :nameEn, :region) on conflict do nothing""").params(params(u)).update() == 1;
    }

    boolean update(Unit u, int version) {
        return sql.sql("""
                update units.unit set kind = :kind, name_ar = :nameAr, name_en = :nameEn, region = :region,
                       version = version + 1
                 where code = :code and version = :version""").params(params(u)).param("version", version).update() == 1;
    }

    boolean setRetired(String code, int version, @Nullable Instant at) {
        return sql.sql("""
                update units.unit set retired_at = :at, version = version + 1
                 where code = :code and version = :version""")
                        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                        .param("code", code)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Map<String, Object> params(Unit u) {
        return Map.of(
                "code", u.code(),
                "kind", u.kind(),
                "nameAr", u.name().ar(),
                "nameEn", u.name().en(),
                "region", u.region());
    }

    private static UnitEntry entry(ResultSet rs, int row) throws SQLException {
        return new UnitEntry(fromRow(rs, row), rs.getInt("version"));
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
