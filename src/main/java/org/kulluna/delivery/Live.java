package org.kulluna.delivery;

import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells open pages and screens that something is new; what it is they then ask for. Told when the transaction commits,
 * on every node, or not at all.
 */
@Component
public class Live {
    /** Topics: every signed-in session; every paired screen. */
    public static final String SESSIONS = "sessions";

    public static final String SCREENS = "screens";

    /** The event that comes first after each connection, and when this node may have missed some: ask for all anew. */
    public static final String AGAIN = "again";

    private final JdbcClient sql;

    Live(JdbcClient sql) {
        this.sql = sql;
    }

    /** The topic of one person's open pages. */
    public static String of(PersonId person) {
        return "person:" + person.value();
    }

    /** The topic of one screen, or of whatever else has a name. */
    public static String of(String kind, Object id) {
        return kind + ":" + id;
    }

    /** @param event a short name, such as {@code inbox} or {@code whispers}: never a text for people */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(String topic, String event) {
        sql.sql("select pg_notify('kulluna_live', :said)")
                .param("said", topic + " " + event)
                .query((rs, row) -> 1)
                .single();
    }
}
