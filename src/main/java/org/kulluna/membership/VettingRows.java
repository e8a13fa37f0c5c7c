package org.kulluna.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VettingRows {
    private static final String COLUMNS = """
            id, person_id, application_id, state, valid_from, valid_to, issuer, evidence, opened_at, decided_at,
            version""";
    private final JdbcClient sql;

    VettingRows(JdbcClient sql) {
        this.sql = sql;
    }

    UUID insert(PersonId person, @Nullable UUID application, Instant now) {
        UUID id = Ids.next();
        sql.sql("""
                insert into membership.vetting_check (id, person_id, application_id, state, opened_at)
                values (:id, :person, :application, 'not_started', :now)""")
                .param("id", id)
                .param("person", person.value())
                .param("application", application)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<VettingCheck> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from membership.vetting_check where id = :id")
                .param("id", id)
                .query(VettingRows::fromRow)
                .optional();
    }

    /** Newest first. */
    List<VettingCheck> listOf(PersonId person) {
        return sql.sql("select " + COLUMNS + """
                \sfrom membership.vetting_check where person_id = :person order by opened_at desc, id desc""")
                .param("person", person.value())
                .query(VettingRows::fromRow)
                .list();
    }

    boolean start(VettingCheck c) {
        return sql.sql("""
                update membership.vetting_check set state = 'in_progress', version = version + 1
                 where id = :id and version = :version and state = 'not_started'""")
                        .param("id", c.id())
                        .param("version", c.version())
                        .update()
                == 1;
    }

    boolean decide(
            VettingCheck c,
            VettingState next,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String issuer,
            String evidence,
            PersonId by,
            Instant now) {
        return sql.sql("""
                update membership.vetting_check set state = :next, valid_from = :from, valid_to = :to, issuer = :issuer,
                       evidence = :evidence, decided_by = :by, decided_at = :now, version = version + 1
                 where id = :id and version = :version and state = :state""")
                        .param("next", next.code())
                        .param("from", from)
                        .param("to", to)
                        .param("issuer", issuer)
                        .param("evidence", evidence)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", c.id())
                        .param("version", c.version())
                        .param("state", c.state())
                        .update()
                == 1;
    }

    void withdrawOpen(PersonId person, @Nullable PersonId by, Instant now) {
        sql.sql("""
                update membership.vetting_check set state = 'withdrawn', decided_by = :by, decided_at = :now,
                       version = version + 1
                 where person_id = :person and state in ('not_started', 'in_progress')""")
                .param("by", by == null ? null : by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    List<VettingSummary> list(QueueFilter filter, int limit) {
        NameSearch names = NameSearch.of(filter.q());
        String order = filter.oldestFirst() ? "asc" : "desc";
        QueueFilter.Cursor after = filter.after();
        return sql.sql("""
                select c.id, c.person_id, c.state, c.valid_to, c.opened_at, d.name_ar, d.name_en, d.nationality,
                       exists (select from membership.member m where m.person_id = c.person_id
                                  and m.status <> 'left') as member
                  from membership.vetting_check c join people.directory d on d.person_id = c.person_id
                 where c.state = any(:states::text[]) and not d.erased and %s and %s
                 order by c.opened_at %s, c.id %s limit :limit""".formatted(
                                names.condition(),
                                after == null
                                        ? "true"
                                        : "(c.opened_at, c.id) " + (filter.oldestFirst() ? ">" : "<") + " (:at, :id)",
                                order,
                                order))
                .params(names.params())
                .param("states", filter.vettingStates().toArray(String[]::new))
                .param("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(VettingRows::summary)
                .list();
    }

    void move(PersonId from, PersonId into) {
        sql.sql("update membership.vetting_check set person_id = :into where person_id = :from")
                .param("into", into.value())
                .param("from", from.value())
                .update();
    }

    void empty(PersonId person) {
        sql.sql("update membership.vetting_check set issuer = '', evidence = '' where person_id = :person")
                .param("person", person.value())
                .update();
    }

    static VettingCheck fromRow(ResultSet rs, int row) throws SQLException {
        return new VettingCheck(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getObject("application_id", UUID.class),
                rs.getString("state"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getString("issuer"),
                rs.getString("evidence"),
                rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                ApplicationRows.instant(rs, "decided_at"),
                rs.getInt("version"));
    }

    private static VettingSummary summary(ResultSet rs, int row) throws SQLException {
        return new VettingSummary(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("nationality"),
                rs.getString("state"),
                rs.getObject("valid_to", LocalDate.class),
                rs.getBoolean("member"),
                rs.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
