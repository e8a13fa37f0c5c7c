package org.kulluna.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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

/** What a gate shows: duties, who is expected, who is in. */
@Repository
class GateRows {
    static final int MOST = 500;

    private static final String COUNTS = """
            , (select count(*) from attendance.expected e where e.duty_id = d.id) as expected,
            (select count(*) from attendance.presence p where p.duty_id = d.id and p.is_in) as inside,
            (select count(*) from attendance.presence p where p.duty_id = d.id and p.in_at is not null) as came
            """;
    private static final String PERSON = """
            select p.person_id, p.name_ar, p.name_en, r.number, r.public_id, coalesce(e.role_ar, '') as role_ar,
                   coalesce(e.role_en, '') as role_en, s.in_at, s.out_at, coalesce(s.absent, false) as absent,
                   coalesce(s.is_in, false) as is_in, coalesce(r.student, false) as student
              from people.directory p
              left join membership.roll r on r.person_id = p.canonical_id
              left join attendance.expected e on e.duty_id = :duty and e.person_id = p.person_id
              left join attendance.presence s on s.duty_id = :duty and s.person_id = p.person_id
            """;
    private final JdbcClient sql;

    GateRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<GateDuty> duties(Viewer viewer, Instant endedAfter, Instant startsBefore, int limit) {
        return sql.sql("select " + FactRows.DUTY + COUNTS + """
                  from attendance.duty d
                 where d.ends_at > :after and d.starts_at < :before and d.cancelled_at is null
                   and (:everywhere or d.unit_code = any(:units::text[]))
                 order by d.starts_at, d.id limit :limit""")
                .param("after", endedAfter.atOffset(ZoneOffset.UTC))
                .param("before", startsBefore.atOffset(ZoneOffset.UTC))
                .param("everywhere", viewer.mayEverywhere(Right.RECORD_ATTENDANCE))
                .param("units", viewer.unitsWith(Right.RECORD_ATTENDANCE).toArray(String[]::new))
                .param("limit", limit)
                .query(GateRows::today)
                .list();
    }

    Optional<GateDuty> find(UUID duty) {
        return sql.sql("select " + FactRows.DUTY + COUNTS + " from attendance.duty d where d.id = :duty")
                .param("duty", duty)
                .query(GateRows::today)
                .optional();
    }

    /** Expected ones and those who came anyhow, by name; only those the words match. */
    List<Guest> people(UUID duty, String search) {
        String folded = SearchText.fold(search);
        String digits = folded.replaceAll("\\D+", "");
        String[] words = folded.isEmpty() ? new String[0] : folded.split(" ");
        String[] patterns = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            patterns[i] = "%" + SearchText.likeWord(words[i]) + "%";
        }
        String key = words.length == 1 ? SearchText.key(words[0]) : "";
        return sql.sql(PERSON + """
                 where (e.person_id is not null or s.person_id is not null) and not p.erased
                   and (p.search like all(:patterns::text[]) or :digits <> '' and r.number::text = :digits
                        or :key <> '' and p.search like '%~' || :key || ' %')
                 order by p.name_ar, p.name_en, p.person_id
                 limit :limit""")
                .param("duty", duty)
                .param("patterns", patterns)
                .param("digits", digits)
                .param("key", key.length() > 1 ? SearchText.likeWord(key) : "")
                .param("limit", MOST)
                .query(GateRows::guest)
                .list();
    }

    List<Guest> guests(UUID duty, Collection<UUID> persons) {
        return sql.sql(PERSON + " where p.person_id = any(:persons::uuid[])")
                .param("duty", duty)
                .param("persons", FactRows.texts(persons, UUID::toString))
                .query(GateRows::guest)
                .list();
    }

    /** Every fact of the duty, or of one person there, taken back ones too, by time. */
    List<DutyBook.Line> lines(UUID duty, @Nullable PersonId person) {
        return sql.sql("""
                select f.id, f.person_id, p.name_ar, p.name_en, f.kind, f.happened_at, f.recorded_at, f.means, f.device,
                       coalesce(b.name_ar, '') as by_ar, coalesce(b.name_en, '') as by_en, f.voids,
                       exists (select from attendance.fact v where v.voids = f.id) as voided
                  from attendance.fact f
                  join people.directory p on p.person_id = f.person_id
                  left join people.directory b on b.person_id = f.recorded_by
                 where f.duty_id = :duty and (:person::uuid is null or f.person_id = :person::uuid)
                 order by f.happened_at, f.recorded_at, f.id limit 5000""")
                .param("duty", duty)
                .param("person", FactRows.text(person))
                .query(GateRows::line)
                .list();
    }

    private static GateDuty today(ResultSet rs, int row) throws SQLException {
        return new GateDuty(FactRows.duty(rs, row), rs.getInt("expected"), rs.getInt("inside"), rs.getInt("came"));
    }

    private static Guest guest(ResultSet rs, int row) throws SQLException {
        return new Guest(
                new PersonId(FactRows.id(rs, "person_id")),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getObject("number", Long.class),
                rs.getString("public_id"),
                new LocalizedText(rs.getString("role_ar"), rs.getString("role_en")),
                rs.getBoolean("student"),
                FactRows.findInstant(rs, "in_at"),
                FactRows.findInstant(rs, "out_at"),
                rs.getBoolean("is_in"),
                rs.getBoolean("absent"));
    }

    private static DutyBook.Line line(ResultSet rs, int row) throws SQLException {
        return new DutyBook.Line(
                FactRows.id(rs, "id"),
                new PersonId(FactRows.id(rs, "person_id")),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("kind"),
                FactRows.instant(rs, "happened_at"),
                FactRows.instant(rs, "recorded_at"),
                rs.getString("means"),
                rs.getString("device"),
                new LocalizedText(rs.getString("by_ar"), rs.getString("by_en")),
                rs.getBoolean("voided"),
                rs.getObject("voids", UUID.class));
    }
}
