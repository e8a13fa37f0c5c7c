package org.kulluna.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApplicationRows {
    private static final String COLUMNS = """
            a.id, a.person_id, a.state, a.motivation, a.submitted_at, a.identity_checked_at, a.decided_at, a.reason,
            a.version, (select m.number from membership.member m where m.person_id = a.person_id) as number""";
    private final JdbcClient sql;

    ApplicationRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Two requests with one client-made id wait for each other, so that the second one finds what the first did. */
    void lock(UUID id) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))::text")
                .param("id", id.toString())
                .query(String.class)
                .optional();
    }

    void insert(UUID id, PersonId person, String motivation, String language, Instant now) {
        sql.sql("""
                insert into membership.application (id, person_id, state, motivation, language, submitted_at)
                values (:id, :person, 'received', :motivation, :language, :now)""")
                .param("id", id)
                .param("person", person.value())
                .param("motivation", motivation)
                .param("language", language)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Application> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from membership.application a where a.id = :id")
                .param("id", id)
                .query(ApplicationRows::fromRow)
                .optional();
    }

    Optional<Application> findLatest(PersonId person) {
        return sql.sql("select " + COLUMNS + """
                \sfrom membership.application a where a.person_id = :person order by a.submitted_at desc, a.id desc limit 1""")
                .param("person", person.value())
                .query(ApplicationRows::fromRow)
                .optional();
    }

    /** On the roll and not left. */
    boolean isMember(PersonId person) {
        return sql.sql("select exists (select from membership.member where person_id = :person and status <> 'left')")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    boolean change(Application a, ApplicationState next, String reason, PersonId by, Instant now) {
        return sql.sql("""
                update membership.application set state = :next, reason = :reason, version = version + 1,
                       decided_by = case when :decides then :by else decided_by end,
                       decided_at = case when :decides then :now::timestamptz else decided_at end
                 where id = :id and version = :version and state = :state""")
                        .param("next", next.code())
                        .param("reason", reason)
                        .param("decides", !next.isOpen())
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", a.id())
                        .param("version", a.version())
                        .param("state", a.state())
                        .update()
                == 1;
    }

    boolean markIdentityChecked(Application a, PersonId by, Instant now) {
        return sql.sql("""
                update membership.application set identity_checked_by = :by, identity_checked_at = :now,
                       state = 'in_review', version = version + 1
                 where id = :id and version = :version and state in ('received', 'in_review')""")
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", a.id())
                        .param("version", a.version())
                        .update()
                == 1;
    }

    /** Vetting has begun: the applicant sees it. */
    void markInReview(UUID id) {
        sql.sql("""
                update membership.application set state = 'in_review', version = version + 1
                 where id = :id and state = 'received'""").param("id", id).update();
    }

    Readiness readiness(Application a, LocalDate today) {
        return sql.sql("""
                select d.born_on, r.citizen, r.visa_valid_to, v.state, v.valid_from, v.valid_to,
                       (select max(g.valid_to) from membership.guardian_consent g
                         where g.person_id = a.person_id and g.withdrawn_at is null) as consent_until
                  from membership.application a
                  join people.directory d on d.person_id = a.person_id
                  join people.residence r on r.person_id = a.person_id
                  left join lateral (select c.state, c.valid_from, c.valid_to from membership.vetting_check c
                         where c.application_id = a.id order by c.opened_at desc, c.id desc limit 1) v on true
                 where a.id = :id""")
                .param("id", a.id())
                .query((rs, n) -> {
                    LocalDate born = rs.getObject("born_on", LocalDate.class);
                    String vetting = rs.getString("state");
                    return new Readiness(
                            a.identityCheckedAt() != null,
                            vetting == null ? VettingState.NOT_STARTED.code() : vetting,
                            rs.getObject("valid_from", LocalDate.class),
                            rs.getObject("valid_to", LocalDate.class),
                            born == null ? -1 : Period.between(born, today).getYears(),
                            rs.getBoolean("citizen"),
                            rs.getObject("visa_valid_to", LocalDate.class),
                            rs.getObject("consent_until", LocalDate.class));
                })
                .single();
    }

    /** One more than {@code limit} tells that there are later ones. */
    List<ApplicationSummary> list(QueueFilter filter, int limit) {
        NameSearch names = NameSearch.of(filter.q());
        boolean oldestFirst = filter.oldestFirst();
        return sql.sql("""
                select a.id, a.person_id, a.state, a.submitted_at, a.identity_checked_at is not null as identity_checked,
                       d.name_ar, d.name_en, d.nationality, d.born_on, d.home_place,
                       coalesce((select c.state from membership.vetting_check c where c.application_id = a.id
                                  order by c.opened_at desc, c.id desc limit 1), 'not_started') as vetting
                  from membership.application a join people.directory d on d.person_id = a.person_id
                 where a.state = any(:states::text[]) and not d.erased and %s and %s
                 order by a.submitted_at %s, a.id %s limit :limit"""
                        .formatted(
                                names.condition(),
                                filter.after() == null
                                        ? "true"
                                        : "(a.submitted_at, a.id) " + (oldestFirst ? ">" : "<") + " (:at, :id)",
                                oldestFirst ? "asc" : "desc",
                                oldestFirst ? "asc" : "desc"))
                .params(names.params())
                .param("states", filter.states().toArray(String[]::new))
                .param("at", filter.after() == null ? null : filter.after().at().atOffset(ZoneOffset.UTC))
                .param("id", filter.after() == null ? null : filter.after().id())
                .param("limit", limit)
                .query(ApplicationRows::summary)
                .list();
    }

    void move(PersonId from, PersonId into) {
        sql.sql("update membership.application set person_id = :into where person_id = :from")
                .param("into", into.value())
                .param("from", from.value())
                .update();
    }

    void withdrawOpen(PersonId person, @Nullable PersonId by, Instant now) {
        sql.sql("""
                update membership.application set state = 'withdrawn', decided_by = :by, decided_at = :now,
                       version = version + 1
                 where person_id = :person and state in ('received', 'in_review')""")
                .param("by", by == null ? null : by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    void empty(PersonId person) {
        sql.sql("update membership.application set motivation = '', reason = '' where person_id = :person")
                .param("person", person.value())
                .update();
    }

    static Application fromRow(ResultSet rs, int row) throws SQLException {
        return new Application(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getString("state"),
                rs.getString("motivation"),
                rs.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                instant(rs, "identity_checked_at"),
                instant(rs, "decided_at"),
                rs.getString("reason"),
                rs.getInt("version"),
                rs.getObject("number", Long.class));
    }

    private static ApplicationSummary summary(ResultSet rs, int row) throws SQLException {
        return new ApplicationSummary(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("nationality"),
                rs.getObject("born_on", LocalDate.class),
                rs.getString("home_place"),
                rs.getString("state"),
                rs.getString("vetting"),
                rs.getBoolean("identity_checked"),
                rs.getObject("submitted_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
