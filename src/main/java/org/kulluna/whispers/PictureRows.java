package org.kulluna.whispers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PictureRows {
    private final JdbcClient sql;

    PictureRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Once for each content: the id of the one that is kept. */
    UUID insert(UUID id, byte[] hash, Pixels.Written p, PersonId by, Instant now) {
        sql.sql("""
                insert into whispers.picture (id, hash, media_type, width, height, bytes, added_by, added_at)
                values (:id, :hash, :type, :width, :height, :bytes, :by, :now) on conflict (hash) do nothing""")
                .param("id", id)
                .param("hash", hash)
                .param("type", p.mediaType())
                .param("width", p.width())
                .param("height", p.height())
                .param("bytes", p.bytes())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return sql.sql("select id from whispers.picture where hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .single();
    }

    Optional<Picture> find(UUID id) {
        return sql.sql("select id, media_type, width, height from whispers.picture where id = :id")
                .param("id", id)
                .query(PictureRows::fromRow)
                .optional();
    }

    Optional<Picture.File> file(UUID id) {
        return sql.sql("select id, media_type, width, height, bytes from whispers.picture where id = :id")
                .param("id", id)
                .query((rs, n) -> new Picture.File(fromRow(rs, n), rs.getBytes("bytes")))
                .optional();
    }

    /** In what members may read now: sent, and not taken back. */
    boolean isSent(UUID id) {
        return sql.sql("""
                select exists (select 1 from whispers.revision r join whispers.whisper w on w.id = r.whisper_id
                                where r.picture_id = :id and r.number = w.revision and w.state = 'sent')""").param("id", id).query(Boolean.class).single();
    }

    /** In what those units wrote, or added by that person and used by nobody yet. */
    boolean isOf(UUID id, Set<String> units, PersonId person) {
        return sql.sql("""
                select exists (select 1 from whispers.revision r join whispers.whisper w on w.id = r.whisper_id
                                where r.picture_id = :id and w.unit_code = any(:units::text[]))
                    or exists (select 1 from whispers.picture p where p.id = :id and p.added_by = :person)""")
                .param("id", id)
                .param("units", units.toArray(String[]::new))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private static Picture fromRow(ResultSet rs, int row) throws SQLException {
        return new Picture(
                rs.getObject("id", UUID.class), rs.getString("media_type"), rs.getInt("width"), rs.getInt("height"));
    }
}
