package org.kulluna.whispers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Cursors;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of a whisper, in numbers and person by person. Whoever looks at persons leaves a trace. */
@Component
public class RecipientStates {
    static final int PAGE = 50;
    private final RecipientStateRows rows;
    private final Sending sending;
    private final Cursors cursors;
    private final Audit audit;

    /** The SQL of it. */
    @org.springframework.stereotype.Repository
    static class RecipientStateRows {
        private final JdbcClient sql;

        RecipientStateRows(JdbcClient sql) {
            this.sql = sql;
        }

        List<RecipientCount> count(UUID whisper) {
            return sql.sql("""
                    select c.channel, c.state, c.reason, c.people from whispers.counts c
                     where c.whisper_id = :whisper order by c.channel, c.state, c.reason""")
                    .param("whisper", whisper)
                    .query((rs, n) -> new RecipientCount(
                            rs.getString("channel"),
                            rs.getString("state"),
                            rs.getString("reason"),
                            rs.getLong("people")))
                    .list();
        }

        List<RecipientLine> list(UUID whisper, RecipientFilter filter, @Nullable UUID after, boolean names, int limit) {
            return sql.sql("""
                    select s.person_id, s.channel, s.state, s.shown_reason as reason, s.language, s.region, s.due_at, s.seen_at, s.read_at,
                           m.number::text as number, d.name_ar, d.name_en, d.erased
                      from whispers.states s
                      left join membership.roll m on m.person_id = s.person_id and :names
                      left join people.directory d on d.person_id = s.person_id and :names
                     where s.whisper_id = :whisper and s.channel = :channel and (:state = '' or s.state = :state)
                       and (:reason = '' or s.reason = replace(:reason, 'none', '') or s.shown_reason = :reason)
                       and (:after::uuid is null or s.person_id > :after::uuid)
                     order by s.person_id limit :limit""")
                    .param("whisper", whisper)
                    .param("channel", filter.channelOrApp())
                    .param("state", filter.stateOrAll())
                    .param("reason", filter.reasonOrAll())
                    .param("after", after)
                    .param("names", names)
                    .param("limit", limit)
                    .query(RecipientStateRows::fromRow)
                    .list();
        }

        private static RecipientLine fromRow(ResultSet rs, int row) throws SQLException {
            String name = rs.getString("name_ar");
            return new RecipientLine(
                    rs.getObject("person_id", UUID.class),
                    rs.getString("channel"),
                    rs.getString("state"),
                    rs.getString("reason"),
                    rs.getString("number"),
                    name == null || rs.getBoolean("erased") ? null : new LocalizedText(name, rs.getString("name_en")),
                    rs.getString("language"),
                    rs.getString("region"),
                    Objects.requireNonNull(rs.getObject("due_at", OffsetDateTime.class))
                            .toInstant(),
                    WhisperRows.instant(rs, "seen_at"),
                    WhisperRows.instant(rs, "read_at"));
        }
    }

    RecipientStates(RecipientStateRows rows, Sending sending, Cursors cursors, Audit audit) {
        this.rows = rows;
        this.sending = sending;
        this.cursors = cursors;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<RecipientCount> count(Viewer viewer, UUID whisper) {
        sending.get(viewer, whisper);
        return rows.count(whisper);
    }

    /** Who may see members sees who they are. */
    static boolean mayName(Viewer viewer) {
        return viewer.mayEverywhere(Right.SEE_MEMBERS);
    }

    /**
     * By the persons' ids, behind the one that {@code after} seals; nonsense begins anew. Ids, numbers and names only for
     * who may see members.
     */
    @Transactional
    public Page<RecipientLine> list(Viewer viewer, UUID whisper, RecipientFilter filter) {
        sending.get(viewer, whisper);
        boolean names = mayName(viewer);
        UUID after = cursors.open("recipients " + whisper, filter.after())
                .map(UUID::fromString)
                .orElse(null);
        // Nobody is looked for when the counts know that nobody stands so.
        List<RecipientLine> found = rows.count(whisper).stream().anyMatch(filter::means)
                ? rows.list(whisper, filter, after, names, PAGE + 1)
                : List.of();
        audit.record(viewer, "whispers.look", "whisper", whisper, "recipients");
        Page<RecipientLine> page = Page.of(found, PAGE, l -> cursors.seal("recipients " + whisper, "" + l.person()));
        return names
                ? page
                : new Page<>(page.rows().stream().map(RecipientLine::nameless).toList(), page.next());
    }
}
