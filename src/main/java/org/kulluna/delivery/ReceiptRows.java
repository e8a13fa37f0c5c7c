package org.kulluna.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptRows {
    record Told(UUID message, UUID subscription, boolean opened, Instant at) {}

    private final JdbcClient sql;

    ReceiptRows(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Sets what was not set yet, and says which steps that were. Nothing happens before the message was made. A push that
     * arrived was accepted, also when a crash lost the answer that said so.
     */
    List<PushConfirmed> confirm(List<Told> told, Instant now) {
        return sql.sql("""
                with told as (
                    select r.message, r.subscription, min(r.at) as arrived, min(r.at) filter (where r.opened) as opened
                      from unnest(:messages::uuid[], :subscriptions::uuid[], :opened::boolean[], :ats::timestamptz[])
                           r(message, subscription, opened, at)
                     group by r.message, r.subscription),
                old as (
                    select p.message_id, p.subscription_id, p.confirmed_at, p.opened_at,
                           greatest(t.arrived, m.created_at) as arrived, case when t.opened is not null then greatest(t.opened, m.created_at) end as opened,
                           t.opened is not null as opens
                      from told t
                      join delivery.push p on p.message_id = t.message and p.subscription_id = t.subscription
                      join delivery.push_message m on m.id = t.message
                     order by p.message_id, p.subscription_id for update of p),
                new as (
                    update delivery.push p
                       set confirmed_at = coalesce(o.confirmed_at, o.arrived),
                           opened_at = case when o.opens then coalesce(o.opened_at, o.opened) else o.opened_at end,
                           state = case when p.state in ('queued', 'sending') then 'accepted' else p.state end,
                           accepted_at = coalesce(p.accepted_at, o.arrived),
                           settled_at = coalesce(p.settled_at, :now)
                      from old o
                     where p.message_id = o.message_id and p.subscription_id = o.subscription_id
                    returning p.message_id, p.person_id, o.arrived, o.opened, o.confirmed_at is null as first_arrived,
                              o.opens and o.opened_at is null as first_opened)
                select n.message_id, n.person_id, false as opened, n.arrived as at from new n where n.first_arrived
                union all
                select n.message_id, n.person_id, true, n.opened from new n where n.first_opened""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("messages", told.stream().map(Told::message).toArray(UUID[]::new))
                .param("subscriptions", told.stream().map(Told::subscription).toArray(UUID[]::new))
                .param("opened", told.stream().map(Told::opened).toArray(Boolean[]::new))
                .param("ats", told.stream().map(t -> t.at().toString()).toArray(String[]::new))
                .query((rs, n) -> new PushConfirmed(
                        rs.getObject("message_id", UUID.class),
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        rs.getBoolean("opened"),
                        rs.getObject("at", java.time.OffsetDateTime.class).toInstant()))
                .list();
    }
}
