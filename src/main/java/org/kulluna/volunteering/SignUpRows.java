package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignUpRows {
    private static final String COLUMNS = """
            u.id, u.shift_id, u.role_id, u.person_id, u.state, u.reason, u.created_at, u.changed_at,
            case when u.state = 'waiting' then
                (select count(*) from volunteering.sign_up w
                  where w.role_id = u.role_id and w.state = 'waiting' and w.position <= u.position)
            else 0 end as place""";
    private final JdbcClient sql;

    SignUpRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** One at a time for a person: their sign-ups, and what judges their seats anew. Held to the transaction's end. */
    void lockPerson(PersonId person) {
        sql.sql(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('volunteering.person:' || :person, 0))) as l")
                .param("person", person.toString())
                .query(Integer.class)
                .single();
    }

    /** One at a time for whatever touches seats of several roles, so that two such never wait for each other. */
    void lockMany() {
        sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('volunteering.many', 0))) as l")
                .query(Integer.class)
                .single();
    }

    /** False when another node has it; kept to the transaction's end. */
    boolean tryLockSweep() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtextextended('volunteering.sweep', 0))")
                .query(Boolean.class)
                .single();
    }

    /** False when the id is taken or the person has a place on that shift. */
    boolean insert(UUID id, ShiftRole role, PersonId person, SignUpState state, Instant now) {
        return sql.sql("""
                with made as (
                    insert into volunteering.sign_up (id, shift_id, role_id, person_id, state, created_at, changed_at)
                    values (:id, :shift, :role, :person, :state, :now, :now) on conflict do nothing
                    returning id, state)
                insert into volunteering.sign_up_change (sign_up_id, state, changed_by, changed_at)
                select m.id, m.state, :person, :now from made m""")
                        .param("id", id)
                        .param("shift", role.shift())
                        .param("role", role.id())
                        .param("person", person.value())
                        .param("state", state.text())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when it was not in that state any more. */
    boolean change(SignUp from, SignUpState to, String reason, @Nullable PersonId by, Instant now) {
        return sql.sql("""
                with changed as (
                    update volunteering.sign_up
                       set state = :to, reason = :reason, changed_at = :now, version = version + 1
                     where id = :id and state = :from returning id)
                insert into volunteering.sign_up_change (sign_up_id, state, reason, changed_by, changed_at)
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

    /** Another role's seat on the same shift. */
    void move(UUID id, UUID role) {
        sql.sql("update volunteering.sign_up set role_id = :role where id = :id")
                .param("id", id)
                .param("role", role)
                .update();
    }

    /** The same place, held by the record that answers for both. */
    void give(UUID id, PersonId into) {
        sql.sql("update volunteering.sign_up set person_id = :into where id = :id")
                .param("id", id)
                .param("into", into.value())
                .update();
    }

    /** Remembers why somebody in the waiting list was passed over; true when that is news. */
    boolean passOver(UUID id, String reason) {
        return sql.sql("""
                update volunteering.sign_up set reason = :reason
                 where id = :id and state = 'waiting' and reason <> :reason""").param("id", id).param("reason", reason).update() == 1;
    }

    Optional<SignUp> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from volunteering.sign_up u where u.id = :id")
                .param("id", id)
                .query(SignUpRows::fromRow)
                .optional();
    }

    Optional<SignUp> findHeld(UUID shift, PersonId person) {
        return sql.sql("select " + COLUMNS + """
                 from volunteering.sign_up u
                where u.shift_id = :shift and u.person_id = :person and u.state in ('booked', 'waiting')""")
                .param("shift", shift)
                .param("person", person.value())
                .query(SignUpRows::fromRow)
                .optional();
    }

    /** The person's newest place on that shift, held or ended. */
    Optional<SignUp> findLast(UUID shift, PersonId person) {
        return sql.sql("select " + COLUMNS + """
                 from volunteering.sign_up u where u.shift_id = :shift and u.person_id = :person
                order by u.position desc limit 1""")
                .param("shift", shift)
                .param("person", person.value())
                .query(SignUpRows::fromRow)
                .optional();
    }

    /** The next in a role's waiting list, in order, after a place in it. */
    List<SignUp> listWaiting(UUID role, int skip, int limit) {
        return sql.sql("select " + COLUMNS + """
                 from volunteering.sign_up u where u.role_id = :role and u.state = 'waiting'
                order by u.position offset :skip limit :limit""")
                .param("role", role)
                .param("skip", skip)
                .param("limit", limit)
                .query(SignUpRows::fromRow)
                .list();
    }

    /** Everybody booked or waiting on those shifts, in order. */
    List<SignUp> listHeld(Collection<UUID> shifts) {
        return sql.sql("select " + COLUMNS + """
                 from volunteering.sign_up u
                where u.shift_id = any(:shifts::uuid[]) and u.state in ('booked', 'waiting')
                order by u.shift_id, u.position""")
                .param("shifts", RoleRows.texts(shifts))
                .query(SignUpRows::fromRow)
                .list();
    }

    /** What the person holds on published shifts that have not begun. */
    List<SignUp> listHeldBy(PersonId person, Instant now) {
        return sql.sql("select " + COLUMNS + """
                 from volunteering.sign_up u join volunteering.shift s on s.id = u.shift_id
                where u.person_id = :person and u.state in ('booked', 'waiting') and s.state = 'published'
                  and s.starts_at > :now
                order by u.role_id""")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SignUpRows::fromRow)
                .list();
    }

    /** Who holds a future seat that the rules, as SQL has them, no longer give: to be judged by the function. */
    List<PersonId> listDoubtful(Instant now) {
        return sql.sql("""
                select distinct u.person_id
                  from volunteering.sign_up u
                  join volunteering.shift s on s.id = u.shift_id
                  left join people.directory pd on pd.person_id = u.person_id
                  left join membership.roll pm on pm.person_id = u.person_id
                  left join people.residence pr on pr.person_id = u.person_id
                 cross join lateral (select u.person_id, pd.born_on, pm.status, pm.student, pm.suspended_until,
                        pm.vetted_until, pm.consent_until, pr.citizen, pr.visa_valid_to) c
                """ + Prefilter.DAYS + """
                 where u.state = 'booked' and s.state = 'published' and s.starts_at > :now
                   and (""" + Prefilter.MAY + ") is not true")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                .list();
    }

    static SignUp fromRow(ResultSet rs, int row) throws SQLException {
        return new SignUp(
                rs.getObject("id", UUID.class),
                rs.getObject("shift_id", UUID.class),
                rs.getObject("role_id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                SignUpState.of(rs.getString("state")),
                rs.getInt("place"),
                rs.getString("reason"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
