package org.kulluna.assessment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvaluationRows {
    private final JdbcClient sql;

    EvaluationRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** In use, in order. */
    List<Criterion> criteria(String course) {
        return sql.sql("""
                select id, text_ar, text_en, required from assessment.criterion
                 where course_code = :course and retired_at is null order by sort""")
                .param("course", course)
                .query((rs, n) -> new Criterion(
                        rs.getObject("id", UUID.class),
                        new LocalizedText(rs.getString("text_ar"), rs.getString("text_en")),
                        rs.getBoolean("required")))
                .list();
    }

    /** False when the id is taken. */
    boolean insertCriterion(String course, Criterion c) {
        return sql.sql("""
                insert into assessment.criterion (id, course_code, text_ar, text_en, required)
                values (:id, :course, :textAr, :textEn, :required) on conflict (id) do nothing""")
                        .param("id", c.id())
                        .param("course", course)
                        .param("textAr", c.text().ar())
                        .param("textEn", c.text().en())
                        .param("required", c.required())
                        .update()
                == 1;
    }

    boolean retireCriterion(String course, UUID id, Instant now) {
        return sql.sql("""
                update assessment.criterion set retired_at = :now
                 where id = :id and course_code = :course and retired_at is null""")
                        .param("id", id)
                        .param("course", course)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whoever has or had a place, by Arabic name. */
    List<Evaluee> trainees(UUID offering) {
        return sql.sql("""
                select p.enrolment_id, p.person_id, d.name_ar, d.name_en, m.number, p.state, p.seen, p.score,
                       p.practical_passed,
                       (select count(*) from assessment.attempt a
                         where a.enrolment_id = p.enrolment_id and a.submitted_at is not null) as attempts
                  from training.published_place p
                  join people.directory d on d.person_id = p.person_id
                  left join membership.roll m on m.person_id = d.canonical_id
                 where p.offering_id = :offering and p.state in ('booked', 'attended', 'partial', 'absent')
                 order by d.name_ar, p.enrolment_id limit 10000""")
                .param("offering", offering)
                .query((rs, n) -> new Evaluee(
                        rs.getObject("enrolment_id", UUID.class),
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getObject("number", Long.class),
                        rs.getString("state"),
                        rs.getBoolean("seen"),
                        rs.getObject("score", Integer.class),
                        rs.getInt("attempts"),
                        rs.getObject("practical_passed", Boolean.class)))
                .list();
    }

    /** False when the id is taken. */
    boolean insert(UUID id, UUID enrolment, boolean passed, List<UUID> met, String remark, PersonId by, Instant now) {
        return sql.sql("""
                insert into assessment.evaluation (id, enrolment_id, passed, met, remark, evaluated_by, evaluated_at)
                values (:id, :enrolment, :passed, :met::uuid[], :remark, :by, :now) on conflict (id) do nothing""")
                        .param("id", id)
                        .param("enrolment", enrolment)
                        .param("passed", passed)
                        .param("met", met.stream().map(UUID::toString).toArray(String[]::new))
                        .param("remark", remark)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The last one, which stands, first. */
    List<Evaluation> list(UUID enrolment) {
        return sql.sql("""
                select e.id, e.passed, e.met, e.remark, d.name_ar, d.name_en, e.evaluated_at
                  from assessment.evaluation e join people.directory d on d.person_id = e.evaluated_by
                 where e.enrolment_id = :enrolment order by e.seq desc""")
                .param("enrolment", enrolment)
                .query((rs, n) -> new Evaluation(
                        rs.getObject("id", UUID.class),
                        rs.getBoolean("passed"),
                        List.of((UUID[]) rs.getArray("met").getArray()),
                        rs.getString("remark"),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getObject("evaluated_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
