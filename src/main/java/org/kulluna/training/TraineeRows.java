package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is expected in a session, what was seen of them, and what came of it all at the end. */
@Repository
class TraineeRows {
    private final JdbcClient sql;

    TraineeRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The person's record that has a place in the session: what was merged into them may hold it. */
    Optional<PersonId> findExpected(UUID session, PersonId person) {
        return sql.sql("""
                select e.person_id
                  from people.lineage me
                  join people.lineage b on b.canonical_id = me.canonical_id
                  join training.enrolment e on e.person_id = b.person_id and e.state = 'booked'
                  join training.session s on s.offering_id = e.offering_id and s.cancelled_at is null
                 where me.person_id = :person and s.id = :session limit 1""")
                .param("session", session)
                .param("person", person.value())
                .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                .optional();
    }

    boolean isIn(UUID session, PersonId person) {
        return sql.sql("""
                select exists (select from attendance.presence p
                                 join people.lineage b on b.person_id = p.person_id
                                 join people.lineage me on me.canonical_id = b.canonical_id
                                where p.duty_id = :session and me.person_id = :person and p.is_in)""")
                .param("session", session)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** By Arabic name. */
    List<Trainee> ofSession(UUID session) {
        return sql.sql("""
                select e.person_id, d.name_ar, d.name_en, r.number, p.in_at, p.out_at, coalesce(p.is_in, false) as is_in,
                       coalesce(p.absent, false) as absent,
                       (select o.reason from training.override o
                         where o.session_id = s.id and o.person_id = e.person_id order by o.made_at desc limit 1) as reason
                  from training.session s
                  join training.enrolment e on e.offering_id = s.offering_id
                   and e.state in ('booked', 'attended', 'partial', 'absent')
                  join people.directory d on d.person_id = e.person_id
                  left join membership.roll r on r.person_id = d.canonical_id
                  left join (select b.canonical_id, min(x.in_at) as in_at, max(x.out_at) as out_at,
                                    bool_or(x.is_in) as is_in, bool_or(x.absent) as absent
                               from attendance.presence x join people.lineage b on b.person_id = x.person_id
                              where x.duty_id = :session group by b.canonical_id) p on p.canonical_id = d.canonical_id
                 where s.id = :session order by d.name_ar, e.person_id""")
                .param("session", session)
                .query(TraineeRows::trainee)
                .list();
    }

    boolean insertOverride(UUID fact, UUID session, PersonId person, String reason, PersonId by, Instant now) {
        return sql.sql("""
                insert into training.override (fact_id, session_id, person_id, reason, made_by, made_at)
                values (:fact, :session, :person, :reason, :by, :now) on conflict (fact_id) do nothing""")
                        .param("fact", fact)
                        .param("session", session)
                        .param("person", person.value())
                        .param("reason", reason)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The people who hold places there, one at a time for each, held to the transaction's end. */
    void lockBooked(UUID offering) {
        sql.sql("""
                select count(pg_advisory_xact_lock(hashtextextended('training.person:' || b.person_id, 0)))
                  from (select e.person_id from training.enrolment e
                         where e.offering_id = :offering and e.state = 'booked' order by 1) b""").param("offering", offering).query(Long.class).single();
    }

    /**
     * Minutes each booked trainee was in its sessions: from each check-in to the next thing seen of them, or to the end
     * for whoever nobody saw leave; seen under any of their records, and no minute counts twice. In one statement,
     * whatever the number.
     */
    List<Presence> presences(Offering o) {
        return sql.sql("""
                with seen as (
                    select f.duty_id, b.canonical_id, f.kind, f.happened_at,
                           lead(f.happened_at) over (partition by f.duty_id, b.canonical_id
                                                     order by f.happened_at, f.kind, f.id) as next_at
                      from attendance.standing_fact f join people.lineage b on b.person_id = f.person_id
                     where f.duty_id = any(:sessions::uuid[]) and f.kind in ('in', 'out')
                ), stay as (
                    select f.canonical_id, floor(extract(epoch from sum(greatest(interval '0',
                               least(s.ends_at, coalesce(f.next_at, s.ends_at))
                               - greatest(s.starts_at, f.happened_at)))) / 60) as minutes
                      from seen f join training.session s on s.id = f.duty_id
                     where f.kind = 'in' group by f.canonical_id, s.id)
                select e.id, e.person_id, d.born_on, e.score, e.practical_passed,
                       coalesce(t.minutes, 0)::int as minutes
                  from training.enrolment e
                  join people.directory d on d.person_id = e.person_id
                  left join (select x.canonical_id, sum(x.minutes) as minutes from stay x group by x.canonical_id) t
                    on t.canonical_id = d.canonical_id
                 where e.offering_id = :offering and e.state = 'booked'
                 order by e.id""")
                .param("offering", o.id())
                .param("sessions", texts(o.sessions(), s -> s.id().toString()))
                .query((rs, n) -> new Presence(
                        rs.getObject("id", UUID.class),
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        rs.getObject("born_on", LocalDate.class),
                        rs.getInt("minutes"),
                        rs.getObject("score", Integer.class),
                        rs.getObject("practical_passed", Boolean.class)))
                .list();
    }

    /** @param practicalPassed null while nobody evaluated */
    record Presence(
            UUID enrolment,
            PersonId person,
            @Nullable LocalDate bornOn,
            int minutes,
            @Nullable Integer score,
            @Nullable Boolean practicalPassed) {}

    /** @param ageGroup on the last day of the offering */
    record Result(UUID id, Presence presence, EnrolmentState state, boolean passed, String ageGroup) {}

    /** What each place came to, with the dimensions as they are now: later moves change no figure. */
    void settle(Offering o, LocalDate endedOn, String region, List<Result> results, PersonId by, Instant now) {
        sql.sql("""
                with n as (
                    select * from unnest(:ids::uuid[], :enrolments::uuid[], :states::text[], :minutes::int[],
                                         :passed::boolean[], :ages::text[])
                        as n(id, enrolment_id, state, minutes, passed, age_group)
                ), settled as (
                    update training.enrolment e
                       set state = n.state, changed_at = :now, version = e.version + 1
                      from n where e.id = n.enrolment_id and e.state = 'booked'
                    returning e.id, e.person_id, e.score, n.id as result_id, n.state, n.minutes, n.passed, n.age_group
                ), told as (
                    insert into training.enrolment_change (enrolment_id, state, changed_by, changed_at)
                    select s.id, s.state, :by, :now from settled s)
                insert into training.result (id, enrolment_id, offering_id, person_id, state, attended_minutes,
                    planned_minutes, score, passed, ended_on, course_code, level, unit_code, region, nationality,
                    age_group, gender, home_place, recorded_by, recorded_at)
                select s.result_id, s.id, :offering, s.person_id, s.state, s.minutes, :planned, s.score, s.passed, :ended,
                       :course, :level, :unit, :region, coalesce(d.nationality, 'ZZ'), s.age_group,
                       coalesce(d.gender, 'unknown'), coalesce(d.home_place, ''), :by, :now
                  from settled s join people.directory d on d.person_id = s.person_id""")
                .param("offering", o.id())
                .param("planned", o.plannedMinutes())
                .param("ended", endedOn)
                .param("course", o.course().code())
                .param("level", o.course().level())
                .param("unit", o.unit())
                .param("region", region)
                .param("ids", texts(results, r -> r.id().toString()))
                .param(
                        "enrolments",
                        texts(results, r -> r.presence().enrolment().toString()))
                .param("states", texts(results, r -> r.state().text()))
                .param(
                        "minutes",
                        texts(results, r -> String.valueOf(r.presence().minutes())))
                .param("passed", texts(results, r -> String.valueOf(r.passed())))
                .param("ages", texts(results, Result::ageGroup))
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static <T> String[] texts(List<T> rows, java.util.function.Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static Trainee trainee(ResultSet rs, int row) throws SQLException {
        return new Trainee(
                new PersonId(rs.getObject("person_id", UUID.class)),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getObject("number", Long.class),
                instant(rs, "in_at"),
                instant(rs, "out_at"),
                rs.getBoolean("is_in"),
                rs.getBoolean("absent"),
                rs.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
