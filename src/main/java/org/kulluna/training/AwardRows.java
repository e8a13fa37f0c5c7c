package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AwardRows {
    private static final String SELECT = """
            select a.id, d.canonical_id as person_id, d.name_ar, d.name_en, r.number, a.qualification,
                   q.name_ar as qualification_ar, q.name_en as qualification_en, a.valid_from, a.valid_to, a.issuer,
                   a.evidence, a.recorded_at, a.revoked_at, a.revoked_reason
              from training.award a
              join training.qualification q on q.code = a.qualification
              join people.directory d on d.person_id = a.person_id
              left join membership.roll r on r.person_id = d.canonical_id
            """;
    private final JdbcClient sql;

    AwardRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was written about an erased person; that a course was passed still counts. */
    void empty(PersonId person) {
        sql.sql("update training.award set evidence = '', revoked_reason = '' where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void move(PersonId from, PersonId into) {
        sql.sql("update training.award set person_id = :into where person_id = :from")
                .param("from", from.value())
                .param("into", into.value())
                .update();
    }

    /** False when that id was recorded before. */
    boolean insert(Award a, PersonId by) {
        return sql.sql("""
                insert into training.award (id, person_id, qualification, valid_from, valid_to, issuer, evidence,
                                            recorded_by, recorded_at)
                values (:id, :person, :qualification, :from, :to, :issuer, :evidence, :by, :at)
                on conflict (id) do nothing""")
                        .param("id", a.id())
                        .param("person", a.person().value())
                        .param("qualification", a.qualification())
                        .param("from", a.validFrom())
                        .param("to", a.validTo())
                        .param("issuer", a.issuer())
                        .param("evidence", a.evidence())
                        .param("by", by.value())
                        .param("at", a.recordedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Awards of a course, all at once. Each supersedes its holder's last one of the kind, which stays to be checked. A
     * place that earned one already earns no second.
     */
    void insertEarned(
            List<CourseAwards.Earned> earned,
            String qualification,
            LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to,
            String issuer,
            PersonId by,
            Instant now) {
        sql.sql("""
                insert into training.award (id, person_id, qualification, valid_from, valid_to, issuer, enrolment_id,
                    supersedes, recorded_by, recorded_at)
                select n.id, n.person_id, :qualification, :from, :to, :issuer, n.enrolment_id,
                       (select a.id from training.award a
                         where a.person_id = n.person_id and a.qualification = :qualification and a.revoked_at is null
                           and a.valid_from <= :from
                           and not exists (select from training.award s where s.supersedes = a.id)
                         order by a.valid_from desc, a.id desc limit 1),
                       :by, :now
                  from unnest(:ids::uuid[], :enrolments::uuid[], :people::uuid[]) as n(id, enrolment_id, person_id)
                on conflict (enrolment_id) where enrolment_id is not null do nothing""")
                .param("qualification", qualification)
                .param("from", from)
                .param("to", to, java.sql.Types.DATE)
                .param("issuer", issuer)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", earned.stream().map(e -> e.id().toString()).toArray(String[]::new))
                .param(
                        "enrolments",
                        earned.stream().map(e -> e.enrolment().toString()).toArray(String[]::new))
                .param("people", earned.stream().map(e -> e.person().toString()).toArray(String[]::new))
                .update();
    }

    boolean revoke(UUID id, PersonId by, String reason, Instant now) {
        return sql.sql("""
                update training.award set revoked_by = :by, revoked_at = :now, revoked_reason = :reason
                 where id = :id and revoked_at is null""")
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Award> find(UUID id) {
        return sql.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(AwardRows::fromRow)
                .optional();
    }

    List<Award> list(AwardFilter f, LocalDate today, int limit) {
        Map<String, Object> params = new HashMap<>();
        StringBuilder b = new StringBuilder(SELECT).append(" where true");
        String words = String.valueOf(f.q());
        if (f.number() != null) {
            b.append(" and r.number = :number");
            params.put("number", f.number());
        } else if (!words.isBlank()) {
            b.append(" and ").append(SearchText.where("d.search", words, params));
        }
        if (!String.valueOf(f.qualification()).isEmpty()) {
            b.append(" and a.qualification = :qualification");
            params.put("qualification", String.valueOf(f.qualification()));
        }
        switch (String.valueOf(f.state())) {
            case "ending" -> b.append(" and a.revoked_at is null and a.valid_to >= :today and a.valid_to < :soon");
            case "expired" -> b.append(" and a.revoked_at is null and a.valid_to < :today");
            case "valid" ->
                b.append(" and a.revoked_at is null and a.valid_from <= :today"
                        + " and (a.valid_to is null or a.valid_to >= :today)");
            case "revoked" -> b.append(" and a.revoked_at is not null");
            default -> {}
        }
        params.put("today", today);
        params.put("soon", today.plusDays(Awards.SOON_DAYS));
        AwardFilter.After after = f.behind();
        if (after != null) {
            b.append(" and (a.recorded_at, a.id) < (:at, :id)");
            params.put("at", after.at().atOffset(ZoneOffset.UTC));
            params.put("id", after.id());
        }
        params.put("limit", limit);
        return sql.sql(b.append(" order by a.recorded_at desc, a.id desc limit :limit")
                        .toString())
                .params(params)
                .query(AwardRows::fromRow)
                .list();
    }

    /** All of one person, those of merged records too. */
    List<Award> listOf(PersonId person) {
        return sql.sql(SELECT + """
                 where d.canonical_id = (select l.canonical_id from people.lineage l where l.person_id = :person)
                 order by a.valid_from desc, a.id desc limit 500""")
                .param("person", person.value())
                .query(AwardRows::fromRow)
                .list();
    }

    /** Members by number or by name. */
    List<Nominee> listNominees(AwardFilter f) {
        Map<String, Object> params = new HashMap<>();
        String where =
                f.number() == null ? SearchText.where("d.search", String.valueOf(f.q()), params) : "r.number = :number";
        if (f.number() != null) {
            params.put("number", f.number());
        }
        return sql.sql("""
                select d.person_id, d.name_ar, d.name_en, r.number
                  from membership.roll r join people.directory d on d.person_id = r.person_id
                 where not d.erased and not d.merged and r.status <> 'left' and """ + " " + where + " order by d.name_ar, r.number limit 20")
                .params(params)
                .query((rs, n) -> new Nominee(
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getLong("number")))
                .list();
    }

    Optional<Nominee> findNominee(PersonId person) {
        return sql.sql("""
                select d.person_id, d.name_ar, d.name_en, r.number
                  from membership.roll r join people.directory d on d.person_id = r.person_id
                 where d.person_id = :person and not d.erased and not d.merged and r.status <> 'left'""")
                .param("person", person.value())
                .query((rs, n) -> new Nominee(
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getLong("number")))
                .optional();
    }

    List<Qualification> listQualifications() {
        return sql.sql(
                        "select code, name_ar, name_en, validity_months from training.qualification order by name_ar, code")
                .query((rs, n) -> new Qualification(
                        rs.getString("code"),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getObject("validity_months", Integer.class)))
                .list();
    }

    boolean insertQualification(Qualification q) {
        return sql.sql("""
                insert into training.qualification (code, name_ar, name_en, validity_months)
                values (:code, :ar, :en, :months) on conflict do nothing""")
                        .param("code", q.code())
                        .param("ar", q.name().ar())
                        .param("en", q.name().en())
                        .param("months", q.validityMonths())
                        .update()
                == 1;
    }

    static Award fromRow(ResultSet rs, int row) throws SQLException {
        long number = rs.getLong("number");
        Long member = rs.wasNull() ? null : number;
        OffsetDateTime revoked = rs.getObject("revoked_at", OffsetDateTime.class);
        return new Award(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                member,
                rs.getString("qualification"),
                new LocalizedText(rs.getString("qualification_ar"), rs.getString("qualification_en")),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getString("issuer"),
                rs.getString("evidence"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant(),
                rs.getString("revoked_reason"));
    }
}
