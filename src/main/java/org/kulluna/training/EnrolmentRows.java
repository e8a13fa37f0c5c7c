package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EnrolmentRows {
    private static final String SELECT = """
            select e.id, e.offering_id, e.person_id, e.state, e.source, e.reason, e.score, e.practical_passed,
                   r.attended_minutes, r.passed, e.created_at, e.changed_at,
                   case when e.state = 'waiting' then
                        (select count(*) from training.enrolment w
                          where w.offering_id = e.offering_id and w.state = 'waiting' and w.position <= e.position)
                   else 0 end as place
              from training.enrolment e
              left join lateral (select r.attended_minutes, r.passed from training.result r
                                  where r.enrolment_id = e.id order by r.recorded_at desc, r.id desc limit 1) r on true
            """;
    private final JdbcClient sql;

    EnrolmentRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** One at a time for a person, held to the transaction's end. */
    void lockPerson(PersonId person) {
        sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('training.person:' || :person, 0))) as l")
                .param("person", person.toString())
                .query(Integer.class)
                .single();
    }

    /** Several at once, in one order, so that nobody waits in a circle. */
    void lockPeople(Collection<PersonId> people) {
        people.stream().distinct().sorted(Comparator.comparing(PersonId::value)).forEach(this::lockPerson);
    }

    /** False when the id is taken or the person has a place there already. */
    boolean insert(
            UUID id, UUID offering, PersonId person, EnrolmentState state, String source, PersonId by, Instant now) {
        return sql.sql("""
                with made as (
                    insert into training.enrolment (id, offering_id, person_id, state, source, created_at, changed_at)
                    values (:id, :offering, :person, :state, :source, :now, :now) on conflict do nothing
                    returning id, state)
                insert into training.enrolment_change (enrolment_id, state, changed_by, changed_at)
                select m.id, m.state, :by, :now from made m""")
                        .param("id", id)
                        .param("offering", offering)
                        .param("person", person.value())
                        .param("state", state.text())
                        .param("source", source)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when it was not in that state any more. */
    boolean change(Enrolment from, EnrolmentState to, String reason, @Nullable PersonId by, Instant now) {
        return sql.sql("""
                with changed as (
                    update training.enrolment
                       set state = :to, reason = :reason, changed_at = :now, version = version + 1
                     where id = :id and state = :from returning id)
                insert into training.enrolment_change (enrolment_id, state, reason, changed_by, changed_at)
                select c.id, :to, :reason, :by, :now from changed c""")
                        .param("id", from.id())
                        .param("from", from.state().text())
                        .param("to", to.text())
                        .param("reason", reason)
                        .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Remembers why somebody who waits was passed over; true when that is news. */
    boolean passOver(UUID id, String reason) {
        return sql.sql("""
                update training.enrolment set reason = :reason
                 where id = :id and state = 'waiting' and reason <> :reason""").param("id", id).param("reason", reason).update() == 1;
    }

    Optional<Enrolment> find(UUID id) {
        return sql.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query(EnrolmentRows::fromRow)
                .optional();
    }

    /** The person's place there, otherwise their newest one that ended, under any of their merged records. */
    Optional<Enrolment> findLast(UUID offering, PersonId person) {
        return sql.sql(SELECT + """
                 where e.offering_id = :offering and e.person_id in
                       (select b.person_id from people.lineage b join people.lineage me on me.person_id = :person
                         where b.canonical_id = me.canonical_id)
                 order by (e.state not in ('cancelled', 'declined', 'lapsed')) desc, e.position desc limit 1""")
                .param("offering", offering)
                .param("person", person.value())
                .query(EnrolmentRows::fromRow)
                .optional();
    }

    List<Enrolment> listOf(UUID offering, EnrolmentState state) {
        return sql.sql(SELECT + " where e.offering_id = :offering and e.state = :state order by e.position")
                .param("offering", offering)
                .param("state", state.text())
                .query(EnrolmentRows::fromRow)
                .list();
    }

    /** The next who wait, in order, after a place in the list. */
    List<Enrolment> listWaiting(UUID offering, int skip, int limit) {
        return sql.sql(SELECT + """
                 where e.offering_id = :offering and e.state = 'waiting' order by e.position offset :skip limit :limit""")
                .param("offering", offering)
                .param("skip", skip)
                .param("limit", limit)
                .query(EnrolmentRows::fromRow)
                .list();
    }

    List<Enrolment> listHeld(UUID offering) {
        return sql.sql(SELECT + """
                 where e.offering_id = :offering and e.state in ('interested', 'requested', 'waiting', 'booked')
                 order by e.position""")
                .param("offering", offering)
                .query(EnrolmentRows::fromRow)
                .list();
    }

    /** What the person holds in offerings that have not begun. */
    List<Enrolment> listHeldBy(PersonId person, Instant now) {
        return sql.sql(SELECT + """
                  join training.offering o on o.id = e.offering_id
                 where e.person_id = :person and e.state in ('requested', 'waiting', 'booked') and o.state = 'open'
                   and not exists (select from training.session s
                                    where s.offering_id = o.id and s.cancelled_at is null and s.starts_at <= :now)
                 order by e.offering_id""")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(EnrolmentRows::fromRow)
                .list();
    }

    /** All booked places in offerings that have not begun. */
    List<Enrolment> listBookedToCome(Instant now) {
        return sql.sql(SELECT + """
                  join training.offering o on o.id = e.offering_id
                 where e.state = 'booked' and o.state = 'open'
                   and not exists (select from training.session s
                                    where s.offering_id = o.id and s.cancelled_at is null and s.starts_at <= :now)
                 order by e.person_id, e.id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(EnrolmentRows::fromRow)
                .list();
    }

    /** What this one record holds in offerings that are not settled, begun or not. */
    List<Enrolment> listUnsettledOf(PersonId person) {
        return sql.sql(SELECT + """
                  join training.offering o on o.id = e.offering_id
                 where e.person_id = :person and e.state in ('interested', 'requested', 'waiting', 'booked')
                   and o.state in ('interest', 'open')
                 order by e.offering_id""")
                .param("person", person.value())
                .query(EnrolmentRows::fromRow)
                .list();
    }

    /** What this one record holds there. */
    Optional<Enrolment> findHeldBy(UUID offering, PersonId person) {
        return sql.sql(SELECT + """
                 where e.offering_id = :offering and e.person_id = :person
                   and e.state in ('interested', 'requested', 'waiting', 'booked')""")
                .param("offering", offering)
                .param("person", person.value())
                .query(EnrolmentRows::fromRow)
                .optional();
    }

    void give(UUID id, PersonId into) {
        sql.sql("update training.enrolment set person_id = :into, version = version + 1 where id = :id")
                .param("into", into.value())
                .param("id", id)
                .update();
    }

    /** The words about an erased person's places; what they came to stays. */
    void empty(PersonId person) {
        sql.sql("""
                update training.enrolment_change c set reason = '' from training.enrolment e
                 where e.id = c.enrolment_id and e.person_id = :person and c.reason <> ''""").param("person", person.value()).update();
        sql.sql("update training.enrolment set reason = '' where person_id = :person and reason <> ''")
                .param("person", person.value())
                .update();
        sql.sql("update training.override set reason = '' where person_id = :person and reason <> ''")
                .param("person", person.value())
                .update();
    }

    /** One's own, newest first. */
    List<Enrolment> listOwn(PersonId person) {
        return sql.sql(SELECT + """
                 where e.person_id in
                       (select b.person_id from people.lineage b join people.lineage me on me.person_id = :person
                         where b.canonical_id = me.canonical_id)
                   and e.state <> 'declined'
                 order by e.changed_at desc, e.id desc limit 200""")
                .param("person", person.value())
                .query(EnrolmentRows::fromRow)
                .list();
    }

    private static Enrolment fromRow(ResultSet rs, int row) throws SQLException {
        return new Enrolment(
                rs.getObject("id", UUID.class),
                rs.getObject("offering_id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                EnrolmentState.of(rs.getString("state")),
                rs.getInt("place"),
                rs.getString("source"),
                rs.getString("reason"),
                rs.getObject("score", Integer.class),
                rs.getObject("practical_passed", Boolean.class),
                rs.getObject("attended_minutes", Integer.class),
                rs.getObject("passed", Boolean.class),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
