package org.kulluna.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.attendance.Filing.Pair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes claims out of facts, many at a time. A decided claim is never touched. */
@Repository
class ClaimWork {
    /** First check-in and last check-out of somebody; {@code outAt} is null while they are in. */
    record Stay(
            Pair pair,
            Instant startsAt,
            Instant endsAt,
            boolean cancelled,
            @Nullable UUID inFact,
            @Nullable Instant inAt,
            @Nullable UUID outFact,
            @Nullable Instant outAt) {}

    /** A claim as it must read now. */
    record Due(UUID id, Stay stay, Credit credit, @Nullable Integer forgottenPolicy, int roundingPolicy) {}

    /** All records of these people: what was done under a merged one was done by the same person. */
    private static final String RECORDS = """
            with who as (select d.canonical_id from people.directory d where d.person_id = any(:persons::uuid[])),
                 record as (
                    select w.canonical_id as person_id, w.canonical_id from who w
                    union
                    select d.person_id, d.canonical_id from people.directory d
                      join who w on w.canonical_id = d.canonical_id where d.merged)
            """;

    private final JdbcClient sql;

    ClaimWork(JdbcClient sql) {
        this.sql = sql;
    }

    /** Sessions are attended for what is learnt: they give no hours. */
    List<Stay> stays(List<Pair> pairs) {
        return FactRows.pairs(sql.sql("""
                select w.duty_id, w.person_id, d.starts_at, d.ends_at, d.cancelled_at is not null as cancelled,
                       i.id as in_fact, i.happened_at as in_at, o.id as out_fact, o.happened_at as out_at
                  from unnest(:duties::uuid[], :persons::uuid[]) as w(duty_id, person_id)
                  join attendance.duty d on d.id = w.duty_id and d.kind <> 'session'
                  left join lateral (
                       select f.id, f.happened_at from attendance.standing_fact f
                        where f.duty_id = w.duty_id and f.person_id = w.person_id and f.kind = 'in'
                        order by f.happened_at, f.id limit 1) i on true
                  left join lateral (
                       select f.id, f.kind, f.happened_at from attendance.standing_fact f
                        where f.duty_id = w.duty_id and f.person_id = w.person_id and f.kind in ('in', 'out')
                        order by f.happened_at desc, f.kind desc, f.id desc limit 1) o on o.kind = 'out'"""), pairs).query(ClaimWork::stay).list();
    }

    void put(List<Due> claims, Instant now) {
        sql.sql("""
                insert into attendance.claim as c (id, duty_id, person_id, in_fact, out_fact, minutes, credited_by_policy,
                    rounded_by_policy, credited_from, credited_to, state, opened_at)
                select n.id, n.duty_id, n.person_id, n.in_fact, n.out_fact, n.minutes, n.forgotten_by, n.rounded_by,
                       n.credited_from, n.credited_to, 'open', :now
                  from unnest(:ids::uuid[], :duties::uuid[], :persons::uuid[], :ins::uuid[], :outs::uuid[],
                              :minutes::int[], :forgotten::int[], :rounded::int[], :froms::timestamptz[],
                              :tos::timestamptz[])
                    as n(id, duty_id, person_id, in_fact, out_fact, minutes, forgotten_by, rounded_by, credited_from,
                         credited_to)
                 order by n.duty_id, n.person_id
                on conflict (duty_id, person_id) do update set in_fact = excluded.in_fact, out_fact = excluded.out_fact,
                    minutes = excluded.minutes, credited_by_policy = excluded.credited_by_policy,
                    rounded_by_policy = excluded.rounded_by_policy, credited_from = excluded.credited_from,
                    credited_to = excluded.credited_to, version = c.version + 1
                 where c.state = 'open' and (c.in_fact, c.out_fact, c.minutes, c.credited_from, c.credited_to)
                    is distinct from (excluded.in_fact, excluded.out_fact, excluded.minutes, excluded.credited_from,
                                      excluded.credited_to)""")
                .param("ids", FactRows.texts(claims, c -> c.id().toString()))
                .param(
                        "duties",
                        FactRows.texts(claims, c -> c.stay().pair().duty().toString()))
                .param(
                        "persons",
                        FactRows.texts(claims, c -> c.stay().pair().person().toString()))
                .param("ins", FactRows.texts(claims, c -> FactRows.text(c.stay().inFact())))
                .param(
                        "outs",
                        FactRows.texts(claims, c -> FactRows.text(c.stay().outFact())))
                .param(
                        "minutes",
                        FactRows.texts(claims, c -> String.valueOf(c.credit().minutes())))
                .param("forgotten", FactRows.texts(claims, c -> FactRows.text(c.forgottenPolicy())))
                .param("rounded", FactRows.texts(claims, c -> String.valueOf(c.roundingPolicy())))
                .param("froms", FactRows.texts(claims, c -> c.credit().from().toString()))
                .param("tos", FactRows.texts(claims, c -> c.credit().to().toString()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What nothing stands behind any more: the check-in was taken back, or the duty was cancelled. */
    void drop(List<Pair> pairs) {
        FactRows.pairs(sql.sql("""
                delete from attendance.claim c
                 using unnest(:duties::uuid[], :persons::uuid[]) as w(duty_id, person_id)
                 where c.duty_id = w.duty_id and c.person_id = w.person_id and c.state = 'open'"""), pairs).update();
    }

    /** Locks the open claims of these people in one order, so that nobody who changes several waits in a circle. */
    void hold(Collection<UUID> persons) {
        sql.sql(RECORDS + """
                select c.id from attendance.claim c
                 where c.state = 'open' and c.person_id in (select r.person_id from record r)
                 order by c.id for update of c""")
                .param("persons", FactRows.texts(persons, UUID::toString))
                .query((rs, n) -> FactRows.id(rs, "id"))
                .list();
    }

    /** Looks at the open claims of these people afresh: a duty elsewhere may have made an old claim odd. */
    void flag(Collection<UUID> persons, int longDayMinutes) {
        sql.sql(RECORDS + """
                , seen as (
                    select c.id, array_remove(array[
                        case when exists (
                            select from attendance.claim o
                             where o.person_id in (select s.person_id from record s where s.canonical_id = r.canonical_id)
                               and o.id <> c.id and o.state <> 'refused'
                               and o.credited_from < c.credited_to and c.credited_from < o.credited_to)
                             then 'overlap' end,
                        case when exists (
                            select from generate_series((c.credited_from at time zone d.zone)::date,
                                       ((c.credited_to - interval '1 microsecond') at time zone d.zone)::date,
                                       interval '1 day') g(day)
                              cross join lateral (select g.day::timestamp at time zone d.zone as begins,
                                       (g.day::timestamp + interval '1 day') at time zone d.zone as ends) b
                             where (select sum(extract(epoch from
                                           least(o.credited_to, b.ends) - greatest(o.credited_from, b.begins)))
                                      from attendance.claim o
                                     where o.person_id in (select s.person_id from record s
                                                            where s.canonical_id = r.canonical_id)
                                       and o.state <> 'refused'
                                       and o.credited_from < b.ends and o.credited_to > b.begins) > :longDay * 60)
                             then 'long_day' end,
                        case when exists (
                            select from attendance.fact f
                              join attendance.fact e on e.device = f.device and e.duty_id <> f.duty_id
                                   and e.happened_at between f.happened_at - interval '10 minutes'
                                                         and f.happened_at + interval '10 minutes'
                              join attendance.duty ed on ed.id = e.duty_id and ed.place_code <> d.place_code
                             where f.id in (c.in_fact, c.out_fact) and f.device <> '')
                             then 'two_places' end,
                        case when exists (
                            select from attendance.fact f join people.lineage b on b.person_id = f.recorded_by
                             where f.id in (c.in_fact, c.out_fact) and b.canonical_id = r.canonical_id)
                             then 'self_checked' end
                        ], null) as flags
                      from record r join attendance.claim c on c.person_id = r.person_id
                      join attendance.duty d on d.id = c.duty_id
                     where c.state = 'open' and c.credited_from is not null)
                update attendance.claim c set flags = seen.flags, version = c.version + 1
                  from seen where c.id = seen.id and c.state = 'open' and c.flags is distinct from seen.flags""")
                .param("persons", FactRows.texts(persons, UUID::toString))
                .param("longDay", longDayMinutes)
                .update();
    }

    /** Duties that ended before that instant and whose claims were not made yet; nobody else gets the same ones. */
    List<UUID> takeUnclaimed(Instant endedBefore, int most) {
        return sql.sql("""
                select d.id from attendance.duty d
                 where d.claims_made_at is null and d.cancelled_at is null and d.ends_at < :before
                 order by d.ends_at desc limit :most for update skip locked""")
                .param("before", endedBefore.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((rs, n) -> FactRows.id(rs, "id"))
                .list();
    }

    List<Pair> attendees(List<UUID> duties) {
        return sql.sql("""
                select distinct f.duty_id, f.person_id from attendance.fact f
                 where f.duty_id = any(:duties::uuid[]) and f.kind = 'in'
                   and not exists (select from attendance.claim c where c.duty_id = f.duty_id
                                      and c.person_id = f.person_id and c.state <> 'open')""")
                .param("duties", FactRows.texts(duties, UUID::toString))
                .query((rs, n) -> FactRows.pair(rs))
                .list();
    }

    void markClaimed(List<UUID> duties, Instant now) {
        sql.sql("update attendance.duty set claims_made_at = :now where id = any(:duties::uuid[])")
                .param("duties", FactRows.texts(duties, UUID::toString))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Stay stay(ResultSet rs, int row) throws SQLException {
        return new Stay(
                FactRows.pair(rs),
                FactRows.instant(rs, "starts_at"),
                FactRows.instant(rs, "ends_at"),
                rs.getBoolean("cancelled"),
                rs.getObject("in_fact", UUID.class),
                FactRows.findInstant(rs, "in_at"),
                rs.getObject("out_fact", UUID.class),
                FactRows.findInstant(rs, "out_at"));
    }
}
