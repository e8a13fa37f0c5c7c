package org.kulluna.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubscriptionRows {
    private final JdbcClient sql;

    SubscriptionRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The same browser under another id, whoever had it. */
    void deleteOthers(UUID id, byte[] hash) {
        sql.sql("delete from delivery.subscription where endpoint_hash = :hash and id <> :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    /** @return false when the id is somebody else's, with another address */
    boolean put(UUID id, PersonId person, Subscription s, String session, Instant now) {
        return sql.sql("""
                insert into delivery.subscription as old (id, person_id, endpoint, endpoint_hash, p256dh, auth, language,
                       session, created_at, renewed_at)
                values (:id, :person, :endpoint, :hash, :point, :auth, :language, :session, :now, :now)
                on conflict (id) do update set person_id = excluded.person_id, endpoint = excluded.endpoint,
                       endpoint_hash = excluded.endpoint_hash, p256dh = excluded.p256dh, auth = excluded.auth,
                       language = excluded.language, session = excluded.session, renewed_at = excluded.renewed_at,
                       state = 'active', refused_status = null, refused_until = null
                 where old.person_id = excluded.person_id or old.endpoint_hash = excluded.endpoint_hash""")
                        .param("id", id)
                        .param("person", person.value())
                        .param("endpoint", s.endpoint())
                        .param("hash", s.hash())
                        .param("point", s.point())
                        .param("auth", s.auth())
                        .param("language", s.language())
                        .param("session", session)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** All but the {@code most} that were renewed last. */
    void deleteOldest(PersonId person, int most) {
        sql.sql("""
                delete from delivery.subscription where id in (
                    select s.id from delivery.subscription s where s.person_id = :person
                     order by s.renewed_at desc, s.id desc offset :most)""").param("person", person.value()).param("most", most).update();
    }

    void delete(UUID id, PersonId person) {
        sql.sql("delete from delivery.subscription where id = :id and person_id = :person")
                .param("id", id)
                .param("person", person.value())
                .update();
    }

    void deleteAll(PersonId person) {
        sql.sql("delete from delivery.subscription where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void deleteOfSession(String session) {
        sql.sql("delete from delivery.subscription where session = :session and session <> ''")
                .param("session", session)
                .update();
    }

    /** As long as the address is still the one that was pushed to: a browser may have told a new one meanwhile. */
    void deleteGone(Collection<PushRows.Due> pushed) {
        bind(
                        "delete from delivery.subscription s using pushed p where s.id = p.id and s.endpoint_hash = p.hash",
                        pushed)
                .update();
    }

    private JdbcClient.StatementSpec bind(String statement, Collection<PushRows.Due> pushed) {
        List<PushRows.Due> known =
                pushed.stream().filter(d -> d.device() != null).toList();
        return sql.sql("with pushed as (select * from unnest(:ids::uuid[], :hashes::bytea[]) p (id, hash)) "
                        + statement)
                .param("ids", known.stream().map(PushRows.Due::subscription).toArray(UUID[]::new))
                .param(
                        "hashes",
                        known.stream()
                                .map(d -> java.util.Objects.requireNonNull(d.device())
                                        .hash())
                                .toArray(byte[][]::new));
    }

    void quarantine(Collection<PushRows.Due> pushed, int status, Instant until) {
        bind("""
                update delivery.subscription s set state = 'quarantined', refused_status = :status, refused_until = :until
                  from pushed p where s.id = p.id and s.endpoint_hash = p.hash""", pushed)
                .param("status", status)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endQuarantines(Instant now) {
        sql.sql("""
                update delivery.subscription set state = 'active', refused_status = null, refused_until = null
                 where state = 'quarantined' and refused_until <= :now""").param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Administrators who have not been told of it since then. */
    List<PersonId> listToAlarm(String key, Instant since) {
        return sql.sql("""
                select distinct h.person_id from people.role_holders h
                 where h.role = 'ADMINISTRATOR' and not exists (
                       select 1 from delivery.notice n
                        where n.person_id = h.person_id and n.key = :key and n.created_at > :since)""")
                .param("key", key)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> new PersonId(rs.getObject(1, UUID.class)))
                .list();
    }
}
