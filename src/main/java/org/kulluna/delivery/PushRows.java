package org.kulluna.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PushRows {
    record Announced(String kind, String urgency, String topic, Instant expiresAt, List<String> languages) {}

    /** A push taken for sending. {@code device} is null when the subscription went, or belongs to somebody else now. */
    record Due(
            UUID message,
            UUID subscription,
            String language,
            int tries,
            String urgency,
            String topic,
            Instant expiresAt,
            boolean withdrawn,
            @Nullable Subscription device) {}

    record Settled(UUID message, UUID subscription, int tries, PushAnswer answer) {}

    private final JdbcClient sql;

    PushRows(JdbcClient sql) {
        this.sql = sql;
    }

    void announce(
            UUID id,
            String kind,
            String urgency,
            String topic,
            Instant now,
            Instant expiresAt,
            Map<String, String> letters) {
        sql.sql("""
                insert into delivery.push_message (id, kind, urgency, topic, created_at, expires_at)
                values (:id, :kind, :urgency, :topic, :now, :until) on conflict do nothing""")
                .param("id", id)
                .param("kind", kind)
                .param("urgency", urgency)
                .param("topic", topic)
                .param("now", utc(now))
                .param("until", utc(expiresAt))
                .update();
        letters.forEach((language, letter) -> sql.sql("""
                        insert into delivery.push_text (message_id, language, payload)
                        values (:id, :language, :letter::jsonb) on conflict do nothing""")
                .param("id", id)
                .param("language", language)
                .param("letter", letter)
                .update());
    }

    int enqueue(UUID message, List<Pushes.Recipient> recipients, Instant now) {
        return sql.sql("""
                insert into delivery.push (message_id, subscription_id, person_id, language, due_at, next_at)
                select :message, s.id, r.person, r.language, r.due,
                       -- An urgent one that is due goes before all that wait.
                       case when m.urgency = 'high' and r.due <= :now then r.due - interval '1 day' else r.due end
                  from delivery.push_message m
                 cross join unnest(:persons::uuid[], :languages::text[], :dues::timestamptz[]) r(person, language, due)
                  join delivery.subscription s on s.person_id = r.person and s.state = 'active'
                 where m.id = :message
                on conflict do nothing""")
                .param("now", utc(now))
                .param("message", message)
                .param(
                        "persons",
                        recipients.stream().map(Pushes.Recipient::person).toArray(UUID[]::new))
                .param(
                        "languages",
                        recipients.stream().map(Pushes.Recipient::language).toArray(String[]::new))
                .param(
                        "dues",
                        recipients.stream().map(r -> utc(r.dueAt()).toString()).toArray(String[]::new))
                .update();
    }

    /** What was announced; empty when nothing was, or it was withdrawn before. */
    Optional<Announced> withdraw(UUID message, Instant now) {
        Optional<Announced> announced = sql.sql("""
                update delivery.push_message m set withdrawn_at = :now
                 where m.id = :id and m.withdrawn_at is null
                returning m.kind, m.urgency, m.topic, m.expires_at,
                          (select array_agg(t.language) from delivery.push_text t where t.message_id = m.id) as languages""")
                .param("id", message)
                .param("now", utc(now))
                .query((rs, n) -> new Announced(
                        rs.getString("kind"),
                        rs.getString("urgency"),
                        rs.getString("topic"),
                        rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        List.of((String[]) rs.getArray("languages").getArray())))
                .optional();
        sql.sql("""
                update delivery.push set state = 'expired', reason = 'withdrawn', settled_at = :now
                 where message_id = :id and state = 'queued'""").param("id", message).param("now", utc(now)).update();
        return announced;
    }

    void enqueueWithdrawal(UUID message, UUID withdrawal, Instant now) {
        sql.sql("""
                insert into delivery.push (message_id, subscription_id, person_id, language, due_at, next_at)
                select :withdrawal, p.subscription_id, p.person_id, p.language, :now, :now
                  from delivery.push p
                 where p.message_id = :message
                   and (p.state in ('accepted', 'sending') or p.state = 'expired' and p.tries > 0)
                on conflict do nothing""")
                .param("withdrawal", withdrawal)
                .param("message", message)
                .param("now", utc(now))
                .update();
    }

    /** Takes some that are due; until {@code lease} nobody else takes them. Those whose lease ran out are repeats. */
    List<Due> claim(int limit, Instant now, Instant lease) {
        return sql.sql("""
                with due as (
                    select p.message_id, p.subscription_id from delivery.push p
                     where p.state in ('queued', 'sending') and p.next_at <= :now
                     order by p.next_at limit :limit for update skip locked),
                taken as (
                    update delivery.push p
                       set state = 'sending', tries = p.tries + 1, next_at = :lease,
                           repeats = p.repeats + case p.state when 'sending' then 1 else 0 end
                      from due d
                     where p.message_id = d.message_id and p.subscription_id = d.subscription_id
                    returning p.message_id, p.subscription_id, p.person_id, p.language, p.tries)
                select t.message_id, t.subscription_id, t.language, t.tries, m.urgency, m.topic, m.expires_at,
                       m.withdrawn_at is not null as withdrawn, s.endpoint, s.p256dh, s.auth, s.language as spoken
                  from taken t
                  join delivery.push_message m on m.id = t.message_id
                  left join delivery.subscription s on s.id = t.subscription_id and s.person_id = t.person_id""")
                .param("limit", limit)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .query(PushRows::due)
                .list();
    }

    /** By language. */
    Map<String, String> letters(UUID message) {
        Map<String, String> letters = new java.util.HashMap<>();
        sql.sql("select language, payload::text from delivery.push_text where message_id = :id")
                .param("id", message)
                .query((org.springframework.jdbc.core.RowCallbackHandler)
                        rs -> letters.put(rs.getString(1), rs.getString(2)));
        return letters;
    }

    /** Writes what became of many; an answer that comes after its lease counts only when it was accepted. */
    void settle(List<Settled> all, Instant now) {
        sql.sql("""
                update delivery.push p
                   set state = r.state, reason = r.reason, status = nullif(r.status, 0),
                       tries = p.tries - case when r.is_try then 0 else 1 end,
                       next_at = coalesce(r.next_at, p.next_at),
                       accepted_at = case r.state when 'accepted' then :now::timestamptz end,
                       settled_at = case r.state when 'queued' then null else :now::timestamptz end
                  from unnest(:messages::uuid[], :subscriptions::uuid[], :tries::int[], :states::text[], :reasons::text[],
                              :statuses::int[], :nexts::timestamptz[], :are_tries::boolean[])
                       r(message, subscription, tries, state, reason, status, next_at, is_try)
                 where p.message_id = r.message and p.subscription_id = r.subscription and p.state = 'sending'
                   and (p.tries = r.tries or r.state = 'accepted')""")
                .param("now", utc(now))
                .param("messages", all.stream().map(Settled::message).toArray(UUID[]::new))
                .param("subscriptions", all.stream().map(Settled::subscription).toArray(UUID[]::new))
                .param("tries", all.stream().map(Settled::tries).toArray(Integer[]::new))
                .param(
                        "states",
                        all.stream()
                                .map(s -> s.answer().state().name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("reasons", all.stream().map(s -> s.answer().reason()).toArray(String[]::new))
                .param("statuses", all.stream().map(s -> s.answer().status()).toArray(Integer[]::new))
                .param("are_tries", all.stream().map(s -> s.answer().isTry()).toArray(Boolean[]::new))
                .param("nexts", all.stream().map(s -> text(s.answer().nextAt())).toArray(String[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Due due(ResultSet rs, int row) throws SQLException {
        String endpoint = rs.getString("endpoint");
        return new Due(
                rs.getObject("message_id", UUID.class),
                rs.getObject("subscription_id", UUID.class),
                rs.getString("language"),
                rs.getInt("tries"),
                rs.getString("urgency"),
                rs.getString("topic"),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                rs.getBoolean("withdrawn"),
                endpoint == null
                        ? null
                        : new Subscription(
                                endpoint, rs.getBytes("p256dh"), rs.getBytes("auth"), rs.getString("spoken")));
    }
}
