package org.kulluna.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRows {
    static final String REPORT = """
            select r.id, r.receipt, r.category_code, c.name_ar, c.name_en, r.subject, r.place_code, r.lat, r.lng, r.spot,
                   r.happened_at, r.body, r.state, r.urgency, r.unit_code, r.duplicate_of, r.protected, r.received_at,
                   r.answer_due_at, r.first_answer_at, r.closed_at, r.follow_up_at, r.version
              from incidents.report r join incidents.category c on c.code = r.category_code
            """;
    /** Of one human being, under whatever record it was sent. */
    private static final String OWN = """
            r.reporter_id in (select o.person_id from people.lineage o
                                join people.lineage me on me.canonical_id = o.canonical_id where me.person_id = :me)""";

    private static final String WITHIN = "(:everywhere or r.unit_code = any(:units::text[]))";

    /** What is stored of a new one beside what the reporter typed. */
    record New(UUID id, String receipt, Category category, String place, String region, Instant answerDueAt) {}

    private final JdbcClient sql;

    ReportRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when that id is there. */
    boolean insert(
            New n,
            @Nullable Spot at,
            String spot,
            Instant happened,
            String body,
            boolean shielded,
            PersonId by,
            Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("lat", at == null ? null : at.lat());
        params.put("lng", at == null ? null : at.lng());
        return sql.sql("""
                insert into incidents.report (id, receipt, category_code, subject, pillar, place_code, region, lat, lng, spot,
                       happened_at, body, search, urgency, reporter_id, protected, received_at, answer_due_at)
                values (:id, :receipt, :category, :subject, :pillar, :place, :region, :lat, :lng, :spot, :happened, :body,
                        :search, :urgency, :by, :shielded, :now, :due) on conflict (id) do nothing""")
                        .params(params)
                        .param("id", n.id())
                        .param("receipt", n.receipt())
                        .param("category", n.category().code())
                        .param("subject", n.category().subject())
                        .param("pillar", n.category().pillar())
                        .param("place", n.place())
                        .param("region", n.region())
                        .param("spot", spot)
                        .param("happened", utc(happened))
                        .param("body", body)
                        .param("search", SearchText.stored(body, spot))
                        .param("urgency", n.category().urgency())
                        .param("by", by.value())
                        .param("shielded", shielded)
                        .param("now", utc(now))
                        .param("due", utc(n.answerDueAt()))
                        .update()
                == 1;
    }

    Optional<Report> findOwn(PersonId me, UUID id) {
        return sql.sql(REPORT + " where r.id = :id and " + OWN)
                .param("id", id)
                .param("me", me.value())
                .query(ReportRows::fromRow)
                .optional();
    }

    /** Newest first. */
    List<Report> listOwn(PersonId me, @Nullable UUID before, int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("before", before);
        return sql.sql(REPORT + " where " + OWN + """
                   and (:before::uuid is null or (r.received_at, r.id) < (select b.received_at, b.id from incidents.report b where b.id = :before))
                 order by r.received_at desc, r.id desc limit :limit""")
                .params(params)
                .param("me", me.value())
                .param("limit", limit)
                .query(ReportRows::fromRow)
                .list();
    }

    int countOwnSince(PersonId me, Instant since) {
        return sql.sql("select count(*) from incidents.report r where r.received_at > :since and " + OWN)
                .param("since", utc(since))
                .param("me", me.value())
                .query(Integer.class)
                .single();
    }

    Optional<Report> find(Viewer viewer, UUID id) {
        return within(viewer, sql.sql(REPORT + " where r.id = :id and " + WITHIN))
                .param("id", id)
                .query(ReportRows::fromRow)
                .optional();
    }

    /** By the whole code or its beginning, when only one has it. */
    Optional<Report> findByReceipt(Viewer viewer, String receipt) {
        List<Report> found = receipt.isEmpty()
                ? List.of()
                : within(viewer, sql.sql(REPORT + " where r.receipt like :receipt || '%' and " + WITHIN + " limit 2"))
                        .param("receipt", receipt)
                        .query(ReportRows::fromRow)
                        .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Held until the transaction ends; whoever else moves it waits. */
    Optional<Report> lock(UUID id) {
        return sql.sql(REPORT + " where r.id = :id for update of r")
                .param("id", id)
                .query(ReportRows::fromRow)
                .optional();
    }

    /** Open ones by urgency and age, closed ones newest first. */
    List<Report> list(Viewer viewer, DeskFilter f, int limit) {
        Map<String, Object> params = new HashMap<>();
        String words =
                f.receipt().isEmpty() ? SearchText.where("r.search", f.q(), params) : "r.receipt like :receipt || '%'";
        params.put("afterAt", f.after() == null ? null : utc(f.after().at()));
        params.put("afterId", f.after() == null ? null : f.after().id());
        params.put("afterUrgency", f.after() == null ? 0 : f.after().urgency());
        String order = f.isOpen() ? """
                   and (r.state in ('received', 'triage', 'assigned', 'in_progress') or r.follow_up_at is not null)
                   and (:afterAt::timestamptz is null
                        or (r.urgency, r.received_at, r.id) > (:afterUrgency, :afterAt::timestamptz, :afterId::uuid))
                 order by r.urgency, r.received_at, r.id limit :limit""" : """
                   and (:state = 'all' or r.state = :state or :state = 'closed' and r.closed_at is not null)
                   and (:afterAt::timestamptz is null or (r.received_at, r.id) < (:afterAt::timestamptz, :afterId::uuid))
                 order by r.received_at desc, r.id desc limit :limit""";
        return within(viewer, sql.sql(REPORT + " where " + WITHIN + """
                   and (:subject = '' or r.subject = :subject)
                   and (:category = '' or r.category_code = :category)
                   and (:place = '' or r.place_code = :place)
                   and (:unit = '' or r.unit_code = :unit)
                   and\s""" + words + "\n" + order))
                .params(params)
                .param("receipt", f.receipt())
                .param("state", f.state())
                .param("subject", f.subject())
                .param("category", f.category())
                .param("place", f.place())
                .param("unit", f.unit())
                .param("limit", limit)
                .query(ReportRows::fromRow)
                .list();
    }

    /** Of one subject, within two days and in the same place: among these are those told twice. */
    List<Report> near(Viewer viewer, Report r, int limit) {
        return within(viewer, sql.sql(REPORT + " where " + WITHIN + """
                   and r.id <> :id and r.subject = :subject and r.state not in ('duplicate', 'withdrawn')
                   and r.happened_at between :from and :to
                   and (r.place_code = :place or r.lat is not null and :lat::float8 is not null
                        and abs(r.lat - :lat) < 0.01 and abs(r.lng - :lng) < 0.01)
                 order by abs(extract(epoch from r.happened_at - :at)) limit :limit"""))
                .params(degrees(r))
                .param("id", r.id())
                .param("subject", r.subject())
                .param("place", r.place())
                .param("from", utc(r.happenedAt().minusSeconds(48 * 3600)))
                .param("to", utc(r.happenedAt().plusSeconds(48 * 3600)))
                .param("at", utc(r.happenedAt()))
                .param("limit", limit)
                .query(ReportRows::fromRow)
                .list();
    }

    private static Map<String, Object> degrees(Report r) {
        Map<String, Object> degrees = new HashMap<>();
        degrees.put("lat", r.lat());
        degrees.put("lng", r.lng());
        return degrees;
    }

    /** Who sent it: shown only through {@link Reporters}. */
    PersonId reporter(UUID id) {
        return new PersonId(sql.sql("select r.reporter_id from incidents.report r where r.id = :id")
                .param("id", id)
                .query(UUID.class)
                .single());
    }

    /** The desk's word on it counts as an answer: the first one stops the clock. False when it changed meanwhile. */
    boolean move(Report r, ReportState to, @Nullable String unit, @Nullable UUID duplicateOf, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("unit", unit);
        params.put("duplicate", duplicateOf);
        params.put("closed", to.isOpen() ? null : utc(now));
        return sql.sql("""
                update incidents.report set state = :state, unit_code = :unit, duplicate_of = :duplicate, closed_at = :closed,
                       first_answer_at = coalesce(first_answer_at, :now), follow_up_at = null, version = version + 1
                 where id = :id and version = :version""")
                        .params(params)
                        .param("state", to.code())
                        .param("now", utc(now))
                        .param("id", r.id())
                        .param("version", r.version())
                        .update()
                == 1;
    }

    boolean weigh(Report r, int urgency) {
        return sql.sql("""
                update incidents.report set urgency = :urgency, state = case state when 'received' then 'triage' else state end,
                       version = version + 1 where id = :id and version = :version""")
                        .param("urgency", urgency)
                        .param("id", r.id())
                        .param("version", r.version())
                        .update()
                == 1;
    }

    void answered(UUID id, Instant now) {
        sql.sql("""
                update incidents.report set first_answer_at = coalesce(first_answer_at, :now), follow_up_at = null,
                       version = version + 1 where id = :id""").param("id", id).param("now", utc(now)).update();
    }

    void followedUp(UUID id, Instant now) {
        sql.sql("update incidents.report set follow_up_at = coalesce(follow_up_at, :now) where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** By its reporter, as long as it is open. */
    boolean withdraw(UUID id, Instant now) {
        return sql.sql("""
                update incidents.report set state = 'withdrawn', closed_at = :now, version = version + 1
                 where id = :id and state in ('received', 'triage', 'assigned', 'in_progress')""").param("id", id).param("now", utc(now)).update() == 1;
    }

    private static JdbcClient.StatementSpec within(Viewer viewer, JdbcClient.StatementSpec statement) {
        return statement
                .param("everywhere", viewer.mayEverywhere(Right.HANDLE_REPORTS))
                .param("units", viewer.unitsWith(Right.HANDLE_REPORTS).toArray(String[]::new));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Report fromRow(ResultSet rs, int row) throws SQLException {
        return new Report(
                rs.getObject("id", UUID.class),
                rs.getString("receipt"),
                rs.getString("category_code"),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("subject"),
                rs.getString("place_code"),
                rs.getObject("lat", Double.class),
                rs.getObject("lng", Double.class),
                rs.getString("spot"),
                instant(rs, "happened_at"),
                rs.getString("body"),
                ReportState.of(rs.getString("state")),
                rs.getInt("urgency"),
                rs.getString("unit_code"),
                rs.getObject("duplicate_of", UUID.class),
                rs.getBoolean("protected"),
                instant(rs, "received_at"),
                instant(rs, "answer_due_at"),
                findInstant(rs, "first_answer_at"),
                findInstant(rs, "closed_at"),
                findInstant(rs, "follow_up_at"),
                rs.getInt("version"));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant findInstant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
