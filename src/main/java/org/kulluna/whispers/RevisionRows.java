package org.kulluna.whispers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Revisions and their words: inserted and read, never changed. */
@Repository
class RevisionRows {
    private static final String SELECT = """
            select r.whisper_id, r.number, r.picture_id, r.written_by, r.written_at,
                   (select jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'body', t.body,
                               'pictureAlt', t.picture_alt)
                           order by t.language <> 'ar', t.language <> 'en', t.language)
                      from whispers.wording t
                     where t.whisper_id = r.whisper_id and t.revision = r.number) as wordings
              from whispers.revision r
             where r.whisper_id = :whisper""";

    private final JdbcClient sql;

    RevisionRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Revision r) {
        sql.sql("""
                insert into whispers.revision (whisper_id, number, picture_id, written_by, written_at)
                values (:whisper, :number, :picture, :by, :at)""")
                .param("whisper", r.whisper())
                .param("number", r.number())
                .param("picture", r.picture())
                .param("by", r.writtenBy().value())
                .param("at", r.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
        for (Wording w : r.wordings()) {
            sql.sql("""
                    insert into whispers.wording (whisper_id, revision, language, title, body, picture_alt)
                    values (:whisper, :number, :language, :title, :body, :alt)""")
                    .param("whisper", r.whisper())
                    .param("number", r.number())
                    .param("language", w.language())
                    .param("title", w.title())
                    .param("body", w.body())
                    .param("alt", w.pictureAlt())
                    .update();
        }
    }

    /** Newest first, the last hundred. */
    List<Revision> list(UUID whisper) {
        return sql.sql(SELECT + " order by r.number desc limit 100")
                .param("whisper", whisper)
                .query(RevisionRows::fromRow)
                .list();
    }

    Optional<Revision> find(UUID whisper, int number) {
        return sql.sql(SELECT + " and r.number = :number")
                .param("whisper", whisper)
                .param("number", number)
                .query(RevisionRows::fromRow)
                .optional();
    }

    static Revision fromRow(ResultSet rs, int row) throws SQLException {
        return new Revision(
                rs.getObject("whisper_id", UUID.class),
                rs.getInt("number"),
                WhisperRows.wordings(rs.getString("wordings")),
                rs.getObject("picture_id", UUID.class),
                new PersonId(rs.getObject("written_by", UUID.class)),
                rs.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
