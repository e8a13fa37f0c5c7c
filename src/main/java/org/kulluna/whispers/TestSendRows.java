package org.kulluna.whispers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TestSendRows {
    private final JdbcClient sql;

    TestSendRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when it was sent before. */
    boolean insert(UUID id, Whisper w, PersonId person, Instant now) {
        return sql.sql("""
                insert into whispers.test_send (id, whisper_id, revision, person_id, sent_at)
                values (:id, :whisper, :revision, :person, :now) on conflict (id) do nothing""")
                        .param("id", id)
                        .param("whisper", w.id())
                        .param("revision", w.revision())
                        .param("person", person.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
