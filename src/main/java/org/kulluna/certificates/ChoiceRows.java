package org.kulluna.certificates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChoiceRows {
    private record Row(UUID award, Shows shows) {}

    private final JdbcClient sql;

    ChoiceRows(JdbcClient sql) {
        this.sql = sql;
    }

    Shows get(UUID award) {
        return sql.sql("select shows from certificates.choice where award_id = :award")
                .param("award", award)
                .query((rs, n) -> Shows.read(rs.getString("shows")).orElseThrow())
                .optional()
                .orElse(Shows.INITIALS);
    }

    /** Of the awards where the holder decided something. */
    Map<UUID, Shows> listOf(PersonId holder) {
        return sql
                .sql("""
                select c.award_id, c.shows from certificates.choice c
                  join training.published_award a on a.id = c.award_id
                  join people.lineage l on l.person_id = a.person_id
                 where l.canonical_id = :holder""")
                .param("holder", holder.value())
                .query((rs, n) -> new Row(
                        rs.getObject("award_id", UUID.class),
                        Shows.read(rs.getString("shows")).orElseThrow()))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::award, Row::shows));
    }

    /** False when it was so before. */
    boolean put(UUID award, Shows shows, Instant now) {
        return sql.sql("""
                insert into certificates.choice (award_id, shows, changed_at) values (:award, :shows, :now)
                on conflict (award_id) do update set shows = excluded.shows, changed_at = excluded.changed_at
                 where certificates.choice.shows <> excluded.shows""")
                        .param("award", award)
                        .param("shows", shows.text())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when another code took the place of that one before. */
    boolean replaceCode(UUID award, String replaced, String code, Instant now) {
        return sql.sql("""
                insert into certificates.code (code, award_id, replaced, made_at)
                values (:code, :award, :replaced, :now) on conflict do nothing""")
                        .param("code", code)
                        .param("award", award)
                        .param("replaced", replaced)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether another code took its place. */
    boolean isReplaced(UUID award, String code) {
        return sql.sql("select exists (select from certificates.code where award_id = :award and replaced = :code)")
                .param("award", award)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }
}
