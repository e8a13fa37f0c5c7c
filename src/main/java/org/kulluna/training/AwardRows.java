package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
                   coalesce(u.name_ar, a.issuer) as issuer_ar,
                   coalesce(u.name_en, a.issuer) as issuer_en, a.evidence, a.recorded_at, v.revoked_at, coalesce(v.reason, '') as revoked_reason,
                   s.superseded_from
              from training.award a
              join training.qualification q on q.code = a.qualification
              join people.lineage l on l.person_id = a.person_id
              join people.directory d on d.person_id = l.canonical_id
              left join membership.roll r on r.person_id = d.canonical_id
              left join training.enrolment e on e.id = a.enrolment_id
              left join training.offering o on o.id = e.offering_id
              left join units.names u on u.code = o.unit_code
              left join training.revocation v on v.award_id = a.id
              left join lateral (
                   select min(n.valid_from) as superseded_from from training.award n
                    where n.supersedes = a.id
                      and not exists (select from training.revocation w where w.award_id = n.id)) s on true
            """;
    /** The holder's last one of the kind that nothing stands in for yet: what the new row {@code n} supersedes. */
    private static final String LAST = """
            (select o.id from training.award o
               join people.lineage b on b.person_id = o.person_id
               join people.lineage me on me.person_id = n.person_id
              where b.canonical_id = me.canonical_id and o.qualification = :qualification
                and o.valid_from <= n.valid_from
                and not exists (select from training.revocation v where v.award_id = o.id)
                and not exists (
                    select from training.award s where s.supersedes = o.id
                       and not exists (select from training.revocation w where w.award_id = s.id))
              order by o.valid_from desc, o.recorded_at desc, o.id desc limit 1)""";

    private final JdbcClient sql;

    AwardRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was written about an erased person; that a course was passed still counts. */
    void empty(PersonId person) {
        sql.sql("update training.award set evidence = '' where person_id = :person and evidence <> ''")
                .param("person", person.value())
                .update();
        sql.sql("""
                update training.revocation v set reason = '' from training.award a
                 where a.id = v.award_id and a.person_id = :person and v.reason <> ''""").param("person", person.value()).update();
    }

    /** One to write. {@code enrolment} is the place that earned it, null when it was recorded at the desk. */
    record Written(
            UUID id,
            PersonId person,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID enrolment) {}

    /**
     * One at a time for each holder, held to the transaction's end: of two at once the second supersedes the first. The
     * person is taken first, as where a course closes, so that nobody waits in a circle.
     */
    void lockHolders(Collection<PersonId> people) {
        sql.sql("""
                select count(pg_advisory_xact_lock(hashtextextended('training.person:' || h.canonical_id, 0))),
                       count(pg_advisory_xact_lock(hashtextextended('training.award:' || h.canonical_id, 0)))
                  from (select distinct l.canonical_id from people.lineage l
                         where l.person_id = any(:people::uuid[]) order by 1) h""")
                .param("people", texts(people, PersonId::toString))
                .query((rs, n) -> n)
                .single();
    }

    /**
     * Awards of one kind, all at once. Each supersedes its holder's last one, which stays to be checked. An id that is
     * known and a place that earned one already write nothing: how many were written.
     */
    int insert(List<Written> awards, String qualification, String issuer, String evidence, PersonId by, Instant now) {
        return sql.sql("""
                insert into training.award (id, person_id, qualification, valid_from, valid_to, issuer, evidence,
                    enrolment_id, supersedes, recorded_by, recorded_at)
                select n.id, n.person_id, :qualification, n.valid_from, n.valid_to, :issuer, :evidence, n.enrolment_id,
                       """ + LAST + """
                       , :by, :now
                  from unnest(:ids::uuid[], :people::uuid[], :from::date[], :to::date[], :enrolments::uuid[])
                       as n(id, person_id, valid_from, valid_to, enrolment_id)
                on conflict do nothing""")
                .param("qualification", qualification)
                .param("issuer", issuer)
                .param("evidence", evidence)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", texts(awards, Written::id))
                .param("people", texts(awards, Written::person))
                .param("from", texts(awards, Written::from))
                .param("to", texts(awards, Written::to))
                .param("enrolments", texts(awards, Written::enrolment))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable Object> text) {
        return all.stream()
                .map(one -> Optional.ofNullable(text.apply(one))
                        .map(Object::toString)
                        .orElse(null))
                .toArray(String[]::new);
    }

    /** False when it was revoked before. */
    boolean revoke(UUID id, PersonId by, String reason, Instant now) {
        return sql.sql("""
                insert into training.revocation (award_id, reason, revoked_by, revoked_at)
                values (:id, :reason, :by, :now) on conflict (award_id) do nothing""")
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
            case "ending" ->
                b.append(" and v.revoked_at is null and a.valid_to >= :today and a.valid_to < :soon"
                        + " and a.valid_from <= :today and s.superseded_from is null");
            case "expired" -> b.append(" and v.revoked_at is null and a.valid_to < :today");
            case "superseded" ->
                b.append(" and v.revoked_at is null and s.superseded_from <= :today"
                        + " and (a.valid_to is null or a.valid_to >= :today)");
            case "valid" ->
                b.append(" and v.revoked_at is null and a.valid_from <= :today"
                        + " and (a.valid_to is null or a.valid_to >= :today)"
                        + " and (s.superseded_from is null or s.superseded_from > :today)");
            case "revoked" -> b.append(" and v.revoked_at is not null");
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
                 where l.canonical_id = (select m.canonical_id from people.lineage m where m.person_id = :person)
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
                new LocalizedText(rs.getString("issuer_ar"), rs.getString("issuer_en")),
                rs.getString("evidence"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant(),
                rs.getString("revoked_reason"),
                rs.getObject("superseded_from", LocalDate.class));
    }
}
