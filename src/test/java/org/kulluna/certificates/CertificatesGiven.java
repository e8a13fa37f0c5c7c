package org.kulluna.certificates;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Awards as other rooms leave them. */
@Component
class CertificatesGiven {
    static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);
    static final LocalDate FAR = LocalDate.of(2099, 1, 31);

    private final JdbcClient sql;

    CertificatesGiven(JdbcClient sql) {
        this.sql = sql;
    }

    UUID award(PersonId holder) {
        return award(holder, LONG_AGO, FAR, null);
    }

    UUID award(PersonId holder, LocalDate from, @Nullable LocalDate to, @Nullable UUID supersedes) {
        UUID id = Ids.next();
        sql.sql("""
                insert into training.award (id, person_id, qualification, valid_from, valid_to, issuer, recorded_at,
                                            supersedes)
                values (:id, :person, 'first_aid', :from, :to, 'الهلال الأحمر', now(), :supersedes)""")
                .param("id", id)
                .param("person", holder.value())
                .param("from", from)
                .param("to", to, java.sql.Types.DATE)
                .param("supersedes", supersedes, java.sql.Types.OTHER)
                .update();
        return id;
    }

    /** The code it was given first. */
    String code(UUID award) {
        return sql.sql("select code from training.award where id = ?")
                .param(award)
                .query(String.class)
                .single();
    }
}
