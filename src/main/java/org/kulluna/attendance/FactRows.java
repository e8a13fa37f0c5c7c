package org.kulluna.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kulluna.attendance.Filing.Pair;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book of facts. Everything here takes a list: one statement, however many facts came. */
@Repository
class FactRows {
    /** A fact that passed all judgement, with the one who sent it. */
    record Accepted(NewFact fact, PersonId person, PersonId by) {}

    private final JdbcClient sql;

    FactRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The duties in whose unit the viewer holds the right: the others are not there. */
    Map<UUID, Duties.Duty> duties(Viewer viewer, Right right, Collection<UUID> ids) {
        Map<UUID, Duties.Duty> found = new HashMap<>();
        sql.sql("select " + DUTY + """
                  from attendance.duty d
                 where d.id = any(:ids::uuid[]) and (:everywhere or d.unit_code = any(:units::text[]))""")
                .param("ids", texts(ids, UUID::toString))
                .param("everywhere", viewer.mayEverywhere(right))
                .param("units", viewer.unitsWith(right).toArray(String[]::new))
                .query(FactRows::duty)
                .list()
                .forEach(d -> found.put(d.id(), d));
        return found;
    }

    /** Those of that kind: what else is named is not there. */
    Map<UUID, Duties.Duty> duties(String kind, Collection<UUID> ids) {
        Map<UUID, Duties.Duty> found = new HashMap<>();
        sql.sql("select " + DUTY + " from attendance.duty d where d.id = any(:ids::uuid[]) and d.kind = :kind")
                .param("ids", texts(ids, UUID::toString))
                .param("kind", kind)
                .query(FactRows::duty)
                .list()
                .forEach(d -> found.put(d.id(), d));
        return found;
    }

    Map<UUID, Fact> byId(Collection<UUID> ids) {
        Map<UUID, Fact> found = new HashMap<>();
        sql.sql("""
                select id, duty_id, person_id, kind, voids, happened_at, means, device, recorded_by
                  from attendance.fact where id = any(:ids::uuid[])""")
                .param("ids", texts(ids, UUID::toString))
                .query(FactRows::fact)
                .list()
                .forEach(f -> found.put(f.id(), f));
        return found;
    }

    /** Expected, decided and what stands, for each pair whose person exists. */
    Map<Pair, Situation> situations(Map<UUID, Duties.Duty> duties, List<Pair> pairs) {
        Map<Pair, Seen> seen = seen(pairs);
        Map<Pair, Situation> all = new HashMap<>();
        pairs(sql.sql("""
                select w.duty_id, w.person_id, e.person_id is not null as expected,
                       coalesce(c.state <> 'open', false) as decided
                  from unnest(:duties::uuid[], :persons::uuid[]) as w(duty_id, person_id)
                  join people.directory p on p.person_id = w.person_id and not p.erased
                  left join attendance.expected e on e.duty_id = w.duty_id and e.person_id = w.person_id
                  left join attendance.claim c on c.duty_id = w.duty_id and c.person_id = w.person_id"""), pairs)
                .query((rs, n) -> {
                    Pair pair = pair(rs);
                    Duties.Duty duty = duties.get(pair.duty());
                    if (duty != null) {
                        all.put(
                                pair,
                                new Situation(
                                        duty,
                                        rs.getBoolean("expected"),
                                        rs.getBoolean("decided"),
                                        seen.getOrDefault(pair, Seen.NOTHING)));
                    }
                    return pair;
                })
                .list();
        return all;
    }

    /** Whether the hours of any of these were verified or refused. */
    boolean isAnyDecided(List<Pair> pairs) {
        return !pairs.isEmpty()
                && pairs(sql.sql("""
                        select exists (select from unnest(:duties::uuid[], :persons::uuid[]) as w(duty_id, person_id)
                                         join attendance.claim c on c.duty_id = w.duty_id and c.person_id = w.person_id
                                        where c.state <> 'open')"""), pairs).query(Boolean.class).single();
    }

    /** Which records were merged into these. */
    Map<PersonId, List<PersonId>> mergedInto(Collection<PersonId> persons) {
        Map<PersonId, List<PersonId>> merged = new HashMap<>();
        sql.sql("""
                select d.person_id, d.canonical_id from people.directory d
                 where d.merged and d.canonical_id = any(:persons::uuid[]) order by d.person_id""")
                .param("persons", texts(persons, PersonId::toString))
                .query((rs, n) -> merged.computeIfAbsent(new PersonId(id(rs, "canonical_id")), p -> new ArrayList<>())
                        .add(new PersonId(id(rs, "person_id"))))
                .list();
        return merged;
    }

    /** Whether two records are one person. */
    boolean isSame(PersonId one, PersonId other) {
        return one.equals(other)
                || sql.sql("""
                        select count(distinct l.canonical_id) = 1 from people.lineage l
                         where l.person_id in (:one, :other)""")
                        .param("one", one.value())
                        .param("other", other.value())
                        .query(Boolean.class)
                        .single();
    }

    private Map<Pair, Seen> seen(List<Pair> pairs) {
        Map<Pair, Seen> seen = new HashMap<>();
        pairs(sql.sql("""
                select f.duty_id, f.person_id, f.id, f.kind, f.happened_at
                  from unnest(:duties::uuid[], :persons::uuid[]) as w(duty_id, person_id)
                  join attendance.standing_fact f on f.duty_id = w.duty_id and f.person_id = w.person_id"""), pairs)
                .query((rs, n) -> seen.merge(
                        pair(rs),
                        Seen.NOTHING.with(id(rs, "id"), kind(rs), instant(rs, "happened_at")),
                        (a, b) -> a.with(
                                b.facts().getFirst().id(),
                                b.facts().getFirst().kind(),
                                b.facts().getFirst().at())))
                .list();
        return seen;
    }

    /** @return ids that are new in the book; a missing one was there, or what it voids was taken back meanwhile */
    Set<UUID> insert(List<Accepted> facts, Instant now) {
        return new HashSet<>(sql.sql("""
                insert into attendance.fact
                    (id, duty_id, person_id, kind, voids, happened_at, means, device, recorded_by, recorded_at)
                select f.id, f.duty_id, f.person_id, f.kind, f.voids, f.happened_at, f.means, f.device, f.recorded_by, :now
                  from unnest(:ids::uuid[], :duties::uuid[], :persons::uuid[], :kinds::text[], :voids::uuid[],
                              :times::timestamptz[], :means::text[], :devices::text[], :by::uuid[])
                    as f(id, duty_id, person_id, kind, voids, happened_at, means, device, recorded_by)
                 order by f.id
                on conflict do nothing
                returning id""")
                .param("ids", texts(facts, a -> a.fact().id().toString()))
                .param("duties", texts(facts, a -> a.fact().duty().toString()))
                .param("persons", texts(facts, a -> a.person().toString()))
                .param("kinds", texts(facts, a -> a.fact().kind().code()))
                .param("voids", texts(facts, a -> text(a.fact().voids())))
                .param("times", texts(facts, a -> a.fact().happenedAt().toString()))
                .param("means", texts(facts, a -> a.fact().means()))
                .param("devices", texts(facts, a -> a.fact().device()))
                .param("by", texts(facts, a -> a.by().toString()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }

    /** Persons by membership number, merged ones as who they are now. */
    Map<Long, PersonId> byNumber(Collection<Long> numbers) {
        Map<Long, PersonId> found = new HashMap<>();
        sql.sql("""
                select r.number, n.canonical_id from membership.roll r
                  join people.lineage n on n.person_id = r.person_id
                 where r.number = any(:numbers::bigint[])""")
                .param("numbers", texts(numbers, String::valueOf))
                .query((rs, n) -> found.put(rs.getLong("number"), new PersonId(id(rs, "canonical_id"))))
                .list();
        return found;
    }

    static final String DUTY = """
            d.id, d.kind, d.title_ar, d.title_en, d.unit_code, d.pillar, d.place_code, d.region, d.starts_at,
            d.ends_at, d.zone, d.walk_ins, d.cancelled_at
            """;

    static Duties.Duty duty(ResultSet rs, int row) throws SQLException {
        return new Duties.Duty(
                id(rs, "id"),
                rs.getString("kind"),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                rs.getString("unit_code"),
                rs.getString("pillar"),
                rs.getString("place_code"),
                rs.getString("region"),
                instant(rs, "starts_at"),
                instant(rs, "ends_at"),
                ZoneId.of(rs.getString("zone")),
                rs.getBoolean("walk_ins"),
                findInstant(rs, "cancelled_at"));
    }

    private static Fact fact(ResultSet rs, int row) throws SQLException {
        return new Fact(
                id(rs, "id"),
                id(rs, "duty_id"),
                new PersonId(id(rs, "person_id")),
                kind(rs),
                rs.getObject("voids", UUID.class),
                instant(rs, "happened_at"),
                rs.getString("means"),
                rs.getString("device"),
                new PersonId(id(rs, "recorded_by")));
    }

    static FactKind kind(ResultSet rs) throws SQLException {
        return FactKind.find(rs.getString("kind")).orElseThrow();
    }

    static UUID id(ResultSet rs, String column) throws SQLException {
        return java.util.Objects.requireNonNull(rs.getObject(column, UUID.class));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant findInstant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static JdbcClient.StatementSpec pairs(JdbcClient.StatementSpec statement, List<Pair> pairs) {
        return statement
                .param("duties", texts(pairs, p -> p.duty().toString()))
                .param("persons", texts(pairs, p -> p.person().toString()));
    }

    static Pair pair(ResultSet rs) throws SQLException {
        return new Pair(id(rs, "duty_id"), new PersonId(id(rs, "person_id")));
    }

    static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable String> text) {
        @Nullable String[] texts = new String[all.size()];
        int i = 0;
        for (T one : all) {
            texts[i++] = text.apply(one);
        }
        return texts;
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
