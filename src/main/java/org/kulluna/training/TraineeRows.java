package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    boolean isExpected(UUID session, PersonId person) {
        return sql.sql("""
                select exists (select from training.enrolment e join training.session s on s.offering_id = e.offering_id
                                where s.id = :session and s.cancelled_at is null and e.person_id = :person
                                  and e.state = 'booked')""")
                .param("session", session)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    boolean isIn(UUID session, PersonId person) {
        return sql.sql("""
                select exists (select from attendance.presence p
                                where p.duty_id = :session and p.person_id = :person and p.is_in)""")
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
                  left join attendance.presence p on p.duty_id = s.id and p.person_id = e.person_id
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

    /**
     * Minutes each booked trainee was in its sessions: from the later of start and first check-in to the last check-out,
     * or to the end for whoever nobody saw leave. In one statement, whatever the number.
     */
    List<Presence> presences(UUID offering) {
        return sql.sql("""
                select e.id, e.person_id, d.born_on, e.score, e.practical_passed,
                       coalesce(sum(greatest(0, floor(extract(epoch from
                           least(s.ends_at, case when p.is_in or p.out_at is null then s.ends_at else p.out_at end)
                           - greatest(s.starts_at, p.in_at)) / 60))) filter (where p.in_at is not null), 0)::int as minutes
                  from training.enrolment e
                  join people.directory d on d.person_id = e.person_id
                  left join training.session s on s.offering_id = e.offering_id and s.cancelled_at is null
                  left join attendance.presence p on p.duty_id = s.id and p.person_id = e.person_id
                 where e.offering_id = :offering and e.state = 'booked'
                 group by e.id, d.born_on order by e.id""")
                .param("offering", offering)
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
