package org.kulluna.screens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScreenRows {
    private static final String COLUMNS = """
            s.id, s.name_ar, s.name_en, s.unit_code, s.place_code, s.spot, s.landscape, s.languages, s.zone, s.digits,
            s.passers_by_hour, s.paired_at, s.key_hash is not null as keyed, s.retired_at, s.version""";

    private static final String BEAT =
            ", b.seen_at, b.player_version, b.clock_offset_ms, b.waiting_plays, b.showing, b.connected, b.trouble";

    /** As {@link Health#of} judges; a test holds both to each other. */
    private static final String HEALTH = """
            case when s.retired_at is not null then 'retired'
                 when s.key_hash is null and s.paired_at is null then 'never-paired'
                 when s.key_hash is null then 'unpaired'
                 when b.seen_at is null or b.seen_at < :silent then 'quiet'
                 when b.trouble <> '' or abs(b.clock_offset_ms) > :clockOff then 'trouble'
                 else 'shows' end""";

    private final JdbcClient sql;

    ScreenRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** By Arabic name, after that name and id. */
    List<ScreenCard> list(Viewer viewer, ScreenFilter f, @Nullable Screen after, int limit, Instant now) {
        Map<String, Object> words = new HashMap<>();
        String health = f.asked();
        String text = "select " + COLUMNS + BEAT + " from screens.screen s"
                + " left join screens.heartbeat b on b.screen_id = s.id"
                + " where (:everywhere or s.unit_code = any(:units::text[]))"
                + " and (:unit = '' or s.unit_code = :unit) and (:place = '' or s.place_code = :place)"
                + " and (case when :health = '' then s.retired_at is null else :health = " + HEALTH + " end)"
                + " and " + SearchText.where("s.search", f.q(), words)
                + " and (:afterId::uuid is null or (s.name_ar, s.id) > (:afterName, :afterId::uuid))"
                + " order by s.name_ar, s.id limit :limit";
        return sql.sql(text)
                .params(words)
                .param("everywhere", viewer.mayEverywhere(Right.MANAGE_SCREENS))
                .param("units", viewer.unitsWith(Right.MANAGE_SCREENS).toArray(String[]::new))
                .param("unit", f.unit())
                .param("place", f.place())
                .param("health", health)
                .param("silent", now.minus(Health.SILENCE).atOffset(ZoneOffset.UTC))
                .param("clockOff", Health.CLOCK_OFF.toMillis())
                .param("afterId", after == null ? null : after.id().toString())
                .param("afterName", after == null ? "" : after.name().ar())
                .param("limit", limit)
                .query((rs, n) -> ScreenCard.of(fromRow(rs, n), beat(rs), now))
                .list();
    }

    /** How many screens in use do how, by the code of their health. */
    Map<String, Long> count(Viewer viewer, Instant now) {
        Map<String, Long> counts = new HashMap<>();
        sql.sql("select " + HEALTH + " as health, count(*) from screens.screen s"
                        + " left join screens.heartbeat b on b.screen_id = s.id"
                        + " where (:everywhere or s.unit_code = any(:units::text[])) group by 1")
                .param("everywhere", viewer.mayEverywhere(Right.MANAGE_SCREENS))
                .param("units", viewer.unitsWith(Right.MANAGE_SCREENS).toArray(String[]::new))
                .param("silent", now.minus(Health.SILENCE).atOffset(ZoneOffset.UTC))
                .param("clockOff", Health.CLOCK_OFF.toMillis())
                .query(rs -> {
                    counts.put(rs.getString(1), rs.getLong(2));
                });
        return counts;
    }

    Optional<Screen> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from screens.screen s where s.id = :id")
                .param("id", id)
                .query(ScreenRows::fromRow)
                .optional();
    }

    Optional<ScreenCard> findCard(UUID id, Instant now) {
        return sql.sql("select " + COLUMNS + BEAT + " from screens.screen s"
                        + " left join screens.heartbeat b on b.screen_id = s.id where s.id = :id")
                .param("id", id)
                .query((rs, n) -> ScreenCard.of(fromRow(rs, n), beat(rs), now))
                .optional();
    }

    /** In use and held by a player. */
    Optional<Screen> findByKey(byte[] keyHash) {
        return sql.sql("select " + COLUMNS + " from screens.screen s where s.key_hash = :key and s.retired_at is null")
                .param("key", keyHash)
                .query(ScreenRows::fromRow)
                .optional();
    }

    /** Those of the hashes, in hex, that are still keys of screens. */
    List<String> listKeyed(Set<String> hashes) {
        return sql.sql("""
                select encode(s.key_hash, 'hex') from screens.screen s
                 where s.key_hash = any(array(select decode(h, 'hex') from unnest(:hashes::text[]) h))""")
                .param("hashes", hashes.toArray(String[]::new))
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    boolean insert(Screen s, Instant now) {
        return sql.sql("""
                insert into screens.screen (id, name_ar, name_en, search, unit_code, place_code, spot, landscape, languages,
                       zone, digits, passers_by_hour, created_at)
                values (:id, :nameAr, :nameEn, :search, :unit, :place, :spot, :landscape, :languages::text[], :zone,
                       :digits, :passers, :now)
                on conflict (id) do nothing""")
                        .params(params(s))
                        .param("unit", s.unit())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when somebody else saved it meanwhile. Its unit stays. */
    boolean update(Screen s) {
        return sql.sql("""
                update screens.screen set name_ar = :nameAr, name_en = :nameEn, search = :search, place_code = :place,
                       spot = :spot, landscape = :landscape, languages = :languages::text[], zone = :zone,
                       digits = :digits, passers_by_hour = :passers, version = version + 1
                 where id = :id and version = :version and retired_at is null""").params(params(s)).param("version", s.version()).update() == 1;
    }

    /** Whoever held the key before has none now. */
    void pair(UUID id, byte[] keyHash, PersonId by, Instant now) {
        sql.sql("""
                update screens.screen set key_hash = :key, paired_at = :now, paired_by = :by, told_quiet_at = null,
                       version = version + 1
                 where id = :id""")
                .param("id", id)
                .param("key", keyHash)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void unpair(UUID id) {
        sql.sql("update screens.screen set key_hash = null, version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void retire(UUID id, Instant now) {
        sql.sql("""
                update screens.screen set key_hash = null, retired_at = coalesce(retired_at, :now), version = version + 1
                 where id = :id""").param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private static Map<String, Object> params(Screen s) {
        Map<String, Object> p = new HashMap<>();
        p.put("id", s.id());
        p.put("nameAr", s.name().ar());
        p.put("nameEn", s.name().en());
        p.put("search", SearchText.stored(s.name().ar(), s.name().en(), s.spot()));
        p.put("place", s.place());
        p.put("spot", s.spot());
        p.put("landscape", s.landscape());
        p.put("languages", s.languages().toArray(String[]::new));
        p.put("zone", s.zone().getId());
        p.put("digits", s.digits());
        p.put("passers", s.passersByHour());
        return p;
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Heartbeat beat(ResultSet rs) throws SQLException {
        Instant seen = instant(rs, "seen_at");
        return seen == null
                ? null
                : new Heartbeat(
                        seen,
                        rs.getString("player_version"),
                        rs.getLong("clock_offset_ms"),
                        rs.getInt("waiting_plays"),
                        rs.getString("showing"),
                        rs.getBoolean("connected"),
                        rs.getString("trouble"));
    }

    private static Screen fromRow(ResultSet rs, int row) throws SQLException {
        return new Screen(
                rs.getObject("id", UUID.class),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("unit_code"),
                rs.getString("place_code"),
                rs.getString("spot"),
                rs.getBoolean("landscape"),
                List.of((String[]) rs.getArray("languages").getArray()),
                ZoneId.of(rs.getString("zone")),
                rs.getString("digits"),
                rs.getInt("passers_by_hour"),
                instant(rs, "paired_at"),
                rs.getBoolean("keyed"),
                instant(rs, "retired_at"),
                rs.getInt("version"));
    }
}
