package org.kulluna.certificates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CertificateRows {
    static final String SELECT = """
            select a.id, coalesce(k.code, a.code) as code, d.canonical_id, d.name_ar, d.name_en, a.qualification,
                   a.title_ar, a.title_en, a.course_ar, a.course_en, a.attended_minutes, a.unit_code, a.issuer, a.valid_from, a.valid_to,
                   a.recorded_at, a.revoked_at, a.superseded_by, a.superseded_from
              from training.published_award a
              join people.lineage l on l.person_id = a.person_id
              join people.directory d on d.person_id = l.canonical_id
              left join certificates.code k on k.award_id = a.id
                   and not exists (select from certificates.code n where n.replaced = k.code)
            """;
    private final JdbcClient sql;

    CertificateRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** By the code it answers to now. */
    Optional<Certificate> findByCode(String code) {
        return findByAnyCode(code).filter(c -> c.code().equals(code));
    }

    /** By a code it answers to or once answered to. */
    Optional<Certificate> findByAnyCode(String code) {
        return sql.sql(SELECT + """
                 where a.id = coalesce((select c.award_id from certificates.code c where c.code = :code),
                                       (select p.id from training.published_award p where p.code = :code))""")
                .param("code", code)
                .query(CertificateRows::fromRow)
                .optional();
    }

    /** All of a person, newest first. */
    List<Certificate> listOf(PersonId holder) {
        return sql.sql(SELECT + " where d.canonical_id = :holder order by a.valid_from desc, a.id desc")
                .param("holder", holder.value())
                .query(CertificateRows::fromRow)
                .list();
    }

    /** What that qualification is called. */
    Optional<LocalizedText> findTitle(String qualification) {
        return sql.sql("select name_ar, name_en from training.qualification_names where code = :code")
                .param("code", qualification)
                .query((rs, n) -> new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")))
                .optional();
    }

    Optional<Certificate> find(UUID award) {
        return sql.sql(SELECT + " where a.id = :award")
                .param("award", award)
                .query(CertificateRows::fromRow)
                .optional();
    }

    static Certificate fromRow(ResultSet rs, int row) throws SQLException {
        OffsetDateTime revoked = rs.getObject("revoked_at", OffsetDateTime.class);
        return new Certificate(
                rs.getObject("id", UUID.class),
                rs.getString("code"),
                new PersonId(rs.getObject("canonical_id", UUID.class)),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("qualification"),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                course(rs.getString("course_ar"), rs.getString("course_en")),
                rs.getObject("attended_minutes", Integer.class),
                rs.getString("unit_code"),
                rs.getString("issuer"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant(),
                rs.getString("superseded_by"),
                rs.getObject("superseded_from", LocalDate.class));
    }

    private static @Nullable LocalizedText course(@Nullable String ar, @Nullable String en) {
        return ar == null || en == null ? null : new LocalizedText(ar, en);
    }
}
