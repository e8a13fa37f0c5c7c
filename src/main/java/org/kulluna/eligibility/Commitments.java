package org.kulluna.eligibility;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people are bound to in time. Clashes are refused by the database's exclusion constraint, whoever asks. */
@Component
public class Commitments {
    private final JdbcClient sql;

    Commitments(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param kind shift, session, workshop or callout
     * @throws Refusal CONFLICT overlap when the person is bound elsewhere
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bind(PersonId person, Instant from, Instant to, String kind, UUID subject) {
        if (!tryBind(person, from, to, kind, subject)) {
            throw Refusal.conflict("overlap");
        }
    }

    /** False when the person is bound elsewhere or to this already: nothing is changed and the transaction goes on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tryBind(PersonId person, Instant from, Instant to, String kind, UUID subject) {
        return sql.sql("""
                insert into eligibility.commitment (id, person_id, during, kind, subject_id)
                values (:id, :person, tstzrange(:from, :to, '[)'), :kind, :subject) on conflict do nothing""")
                        .param("id", Ids.next())
                        .param("person", person.value())
                        .param("from", from.atOffset(ZoneOffset.UTC))
                        .param("to", to.atOffset(ZoneOffset.UTC))
                        .param("kind", kind)
                        .param("subject", subject)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void release(PersonId person, String kind, UUID subject) {
        sql.sql("""
                delete from eligibility.commitment
                 where person_id = :person and kind = :kind and subject_id = :subject""")
                .param("person", person.value())
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    /** Frees everybody bound to a thing that will not take place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void releaseAll(String kind, UUID subject) {
        sql.sql("delete from eligibility.commitment where kind = :kind and subject_id = :subject")
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Candidate.Binding> list(PersonId person, Instant after) {
        return sql.sql("""
                select lower(during) as starts_at, upper(during) as ends_at, kind, subject_id
                  from eligibility.commitment where person_id = :person and upper(during) > :after order by 1""")
                .param("person", person.value())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> new Candidate.Binding(
                        rs.getObject("starts_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        rs.getObject("ends_at", java.time.OffsetDateTime.class).toInstant(),
                        rs.getString("kind"),
                        rs.getObject("subject_id", UUID.class)))
                .list();
    }
}
