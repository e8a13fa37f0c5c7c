package org.kulluna.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kulluna.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttemptRows {
    private static final String SELECT = """
            select a.id, a.enrolment_id, a.offering_id, a.number, a.started_at, a.submitted_at, a.right_count, a.score,
                   a.pass_mark
              from assessment.attempt a
            """;
    private final JdbcClient sql;

    AttemptRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** One at a time for a place, held to the transaction's end. */
    void lockPlace(UUID enrolment) {
        sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('assessment.quiz:' || :id, 0))) as l")
                .param("id", enrolment.toString())
                .query(Integer.class)
                .single();
    }

    Optional<Attempt> find(UUID id) {
        return sql.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(AttemptRows::fromRow)
                .optional();
    }

    /** In the order they were made. */
    List<Attempt> listOf(UUID enrolment) {
        return sql.sql(SELECT + " where a.enrolment_id = :enrolment order by a.number")
                .param("enrolment", enrolment)
                .query(AttemptRows::fromRow)
                .list();
    }

    /** What a quiz of that course can be drawn from. */
    List<Draw.Card> cards(String course) {
        return sql.sql("""
                select w.id, w.kind, cardinality(w.options_ar) as options
                  from assessment.question q
                  join assessment.wording w on w.question_id = q.id and w.number = q.version
                 where q.course_code = :course and q.state = 'active' order by q.id""")
                .param("course", course)
                .query((rs, n) -> new Draw.Card(
                        rs.getObject("id", UUID.class),
                        QuestionKind.find(rs.getString("kind")).orElseThrow(),
                        rs.getInt("options")))
                .list();
    }

    /** False when the id is taken. */
    boolean insert(Attempt a, List<Draw.Drawn> drawn) {
        boolean made = sql.sql("""
                insert into assessment.attempt (id, enrolment_id, offering_id, number, started_at)
                values (:id, :enrolment, :offering, :number, :now) on conflict do nothing""")
                        .param("id", a.id())
                        .param("enrolment", a.enrolment())
                        .param("offering", a.offering())
                        .param("number", a.number())
                        .param("now", a.startedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (made) {
            sql.sql("""
                    insert into assessment.asked (attempt_id, sort, wording_id, shown)
                    select :attempt, n.sort, n.wording_id, n.shown::int[]
                      from unnest(:wordings::uuid[], :shown::text[]) with ordinality as n(wording_id, shown, sort)""")
                    .param("attempt", a.id())
                    .param("wordings", texts(drawn, d -> d.wording().toString()))
                    .param("shown", texts(drawn, d -> array(d.shown())))
                    .update();
        }
        return made;
    }

    /** In order, as worded when they were drawn. */
    List<Asked> asked(UUID attempt) {
        return sql.sql("""
                select k.sort, k.wording_id, k.shown, k.chosen, w.kind, w.text_ar, w.text_en, w.why_ar, w.why_en,
                       w.options_ar, w.options_en, w.options_right
                  from assessment.asked k join assessment.wording w on w.id = k.wording_id
                 where k.attempt_id = :attempt order by k.sort""")
                .param("attempt", attempt)
                .query((rs, n) -> new Asked(
                        rs.getInt("sort"),
                        rs.getObject("wording_id", UUID.class),
                        QuestionKind.find(rs.getString("kind")).orElseThrow(),
                        new LocalizedText(rs.getString("text_ar"), rs.getString("text_en")),
                        new LocalizedText(rs.getString("why_ar"), rs.getString("why_en")),
                        QuestionRows.options(rs),
                        List.of((Integer[]) rs.getArray("shown").getArray()),
                        List.of((Integer[]) rs.getArray("chosen").getArray())))
                .list();
    }

    /** @param chosen by the question's place in the attempt: the wording's options */
    void save(UUID attempt, Map<Integer, List<Integer>> chosen, Instant now) {
        sql.sql("""
                update assessment.asked k set chosen = n.chosen::int[], answered_at = :now
                  from unnest(:sorts::int[], :chosen::text[]) as n(sort, chosen)
                 where k.attempt_id = :attempt and k.sort = n.sort and k.right_answer is null""")
                .param("attempt", attempt)
                .param("sorts", chosen.keySet().stream().map(String::valueOf).toArray(String[]::new))
                .param(
                        "chosen",
                        chosen.values().stream().map(AttemptRows::array).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Marks each question and ends the attempt. */
    void submit(UUID attempt, List<Asked> asked, int percent, int passMark, Instant now) {
        sql.sql("""
                update assessment.asked k set right_answer = n.right_answer
                  from unnest(:sorts::int[], :right::boolean[]) as n(sort, right_answer)
                 where k.attempt_id = :attempt and k.sort = n.sort""")
                .param("attempt", attempt)
                .param("sorts", texts(asked, a -> String.valueOf(a.sort())))
                .param("right", texts(asked, a -> String.valueOf(a.isRight())))
                .update();
        sql.sql("""
                update assessment.attempt set submitted_at = :now, right_count = :right, score = :percent, pass_mark = :mark
                 where id = :id and submitted_at is null""")
                .param("id", attempt)
                .param("right", asked.stream().filter(Asked::isRight).count())
                .param("percent", percent)
                .param("mark", passMark)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static String array(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Attempt fromRow(ResultSet rs, int row) throws SQLException {
        OffsetDateTime submitted = rs.getObject("submitted_at", OffsetDateTime.class);
        return new Attempt(
                rs.getObject("id", UUID.class),
                rs.getObject("enrolment_id", UUID.class),
                rs.getObject("offering_id", UUID.class),
                rs.getInt("number"),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                submitted == null ? null : submitted.toInstant(),
                rs.getObject("right_count", Integer.class),
                rs.getObject("score", Integer.class),
                rs.getObject("pass_mark", Integer.class));
    }
}
