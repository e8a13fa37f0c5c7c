package org.kulluna.certificates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Awards as they are printed. Of somebody who was erased nothing is. */
@Repository
class CertificatePrintRows {
    private final JdbcClient sql;

    CertificatePrintRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Certificate> find(UUID award) {
        return sql.sql(CertificateRows.SELECT + " where a.id = :award and not d.erased")
                .param("award", award)
                .query(CertificateRows::fromRow)
                .optional();
    }

    /** Also when it was given to a record that was merged into this person's. */
    Optional<Certificate> findOwn(UUID award, PersonId person) {
        return sql.sql(CertificateRows.SELECT + """
                 where a.id = :award and not d.erased
                   and d.canonical_id = (select l.canonical_id from people.lineage l where l.person_id = :person)""")
                .param("award", award)
                .param("person", person.value())
                .query(CertificateRows::fromRow)
                .optional();
    }

    /** By name; those taken back are left out. */
    List<Certificate> listOfOffering(UUID offering) {
        return sql.sql(CertificateRows.SELECT + """
                 where a.offering_id = :offering and a.revoked_at is null and not d.erased
                 order by d.name_ar, d.name_en, a.id limit 10000""")
                .param("offering", offering)
                .query(CertificateRows::fromRow)
                .list();
    }
}
