package org.kulluna.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QuestionRows {
    private static final String SELECT = """
            select q.id, q.course_code, q.state, q.version, q.created_at, w.kind, w.text_ar, w.text_en, w.why_ar, w.why_en,
                   w.options_ar, w.options_en, w.options_right, t.answered, t.answered_right
              from assessment.question q
              join assessment.wording w on w.question_id = q.id and w.number = q.version
              cross join lateral (
                   select count(*)::int as answered, count(*) filter (where a.right_answer)::int as answered_right
                     from assessment.wording v join assessment.asked a on a.wording_id = v.id
                    where v.question_id = q.id and a.right_answer is not null) t
            """;

    /** What the list is ordered by, as a number that grows down the page; whoever was never asked comes last. */
    private static final String HARDEST =
            "(case when o.answered = 0 then 1001 else o.answered_right * 1000 / o.answered end)::bigint";

    private static final String NEWEST = "(-extract(epoch from o.created_at) * 1000000)::bigint";
    private final JdbcClient sql;

    QuestionRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** A question and where the list goes on after it. */
    record Line(Question question, Cursor cursor) {}

    List<Line> list(String course, QuestionFilter f, int limit) {
        Map<String, Object> params = new HashMap<>();
        String found = SearchText.where("q.search", f.q(), params);
        Cursor after = f.after();
        params.put("course", course);
        params.put("kind", f.kind());
        params.put("state", f.state());
        params.put("first", after == null);
        params.put("number", after == null ? 0 : after.number());
        params.put("id", after == null ? new UUID(0, 0) : after.id());
        params.put("limit", limit);
        String order = f.isHardestFirst() ? HARDEST : NEWEST;
        return sql.sql("select * from (select o.*, " + order + " as place from ("
                        + SELECT + " where q.course_code = :course and " + found + """
                   and (:kind = '' or w.kind = :kind) and (:state = '' or q.state = :state)) o) p
                 where :first or (p.place, p.id) > (:number, :id)
                 order by p.place, p.id limit :limit""")
                .params(params)
                .query((rs, n) ->
                        new Line(question(rs), new Cursor(rs.getLong("place"), rs.getObject("id", UUID.class))))
                .list();
    }

    Optional<Question> find(UUID id) {
        return sql.sql(SELECT + " where q.id = :id")
                .param("id", id)
                .query((rs, n) -> question(rs))
                .optional();
    }

    int countActive(String course) {
        return sql.sql("select count(*) from assessment.question where course_code = :course and state = 'active'")
                .param("course", course)
                .query(Integer.class)
                .single();
    }

    /** False when the id is taken. */
    boolean insert(UUID id, String course, String search, PersonId by, Instant now) {
        return sql.sql("""
                insert into assessment.question (id, course_code, search, created_by, created_at)
                values (:id, :course, :search, :by, :now) on conflict (id) do nothing""")
                        .param("id", id)
                        .param("course", course)
                        .param("search", search)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when it is no longer that version. */
    boolean nextVersion(UUID id, int version, String search) {
        return sql.sql("""
                update assessment.question set version = version + 1, search = :search
                 where id = :id and version = :version""")
                        .param("id", id)
                        .param("version", version)
                        .param("search", search)
                        .update()
                == 1;
    }

    /** False when it is in that state already. */
    boolean move(UUID id, String state) {
        return sql.sql("update assessment.question set state = :state where id = :id and state <> :state")
                        .param("id", id)
                        .param("state", state)
                        .update()
                == 1;
    }

    void insertWording(UUID id, Question q, PersonId by, Instant now) {
        sql.sql("""
                insert into assessment.wording (id, question_id, number, kind, text_ar, text_en, why_ar, why_en, options_ar,
                    options_en, options_right, written_by, written_at)
                values (:id, :question, :number, :kind, :textAr, :textEn, :whyAr, :whyEn, :optionsAr::text[],
                    :optionsEn::text[], :right::boolean[], :by, :now)""")
                .param("id", id)
                .param("question", q.id())
                .param("number", q.version())
                .param("kind", q.kind().text())
                .param("textAr", q.text().ar())
                .param("textEn", q.text().en())
                .param("whyAr", q.why().ar())
                .param("whyEn", q.why().en())
                .param("optionsAr", texts(q, o -> o.text().ar()))
                .param("optionsEn", texts(q, o -> o.text().en()))
                .param("right", texts(q, o -> String.valueOf(o.right())))
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The bank of each course the viewer may run, by Arabic title. */
    List<Bank> banks(boolean everywhere, java.util.Collection<String> units) {
        return sql.sql("""
                select c.code, c.title_ar, c.title_en, c.unit_code, c.assessed_by, c.quiz_questions,
                       (select count(*) from assessment.question q
                         where q.course_code = c.code and q.state = 'active') as active,
                       (select count(*) from assessment.question q
                         where q.course_code = c.code and q.state = 'draft') as drafts,
                       (select count(*) from assessment.criterion k
                         where k.course_code = c.code and k.retired_at is null) as criteria,
                       (select count(*) from assessment.feedback f
                          join training.published_offering o on o.offering_id = f.offering_id
                         where o.course_code = c.code) as feedback
                  from training.published_course c
                 where (:everywhere or c.unit_code = any(:units::text[])) and c.state <> 'retired'
                 order by c.title_ar, c.code limit 500""")
                .param("everywhere", everywhere)
                .param("units", units.toArray(String[]::new))
                .query((rs, n) -> new Bank(
                        rs.getString("code"),
                        new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                        rs.getString("unit_code"),
                        rs.getString("assessed_by"),
                        rs.getInt("quiz_questions"),
                        rs.getInt("active"),
                        rs.getInt("drafts"),
                        rs.getInt("criteria"),
                        rs.getInt("feedback")))
                .list();
    }

    /** What is taught in that offering. */
    LocalizedText title(UUID offering) {
        return sql.sql("""
                select c.title_ar, c.title_en from training.published_offering o
                  join training.published_course c on c.code = o.course_code where o.offering_id = :offering""")
                .param("offering", offering)
                .query((rs, n) -> new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")))
                .single();
    }

    private static String[] texts(Question q, Function<Option, String> text) {
        return q.options().stream().map(text).toArray(String[]::new);
    }

    private static Question question(ResultSet rs) throws SQLException {
        return new Question(
                rs.getObject("id", UUID.class),
                rs.getString("course_code"),
                rs.getString("state"),
                QuestionKind.find(rs.getString("kind")).orElseThrow(),
                new LocalizedText(rs.getString("text_ar"), rs.getString("text_en")),
                new LocalizedText(rs.getString("why_ar"), rs.getString("why_en")),
                options(rs),
                rs.getInt("version"),
                rs.getInt("answered"),
                rs.getInt("answered_right"));
    }

    static List<Option> options(ResultSet rs) throws SQLException {
        String[] ar = (String[]) rs.getArray("options_ar").getArray();
        String[] en = (String[]) rs.getArray("options_en").getArray();
        @Nullable Boolean[] right = (Boolean[]) rs.getArray("options_right").getArray();
        List<Option> all = new ArrayList<>();
        for (int i = 0; i < ar.length; i++) {
            all.add(new Option(new LocalizedText(ar[i], en[i]), Boolean.TRUE.equals(right[i])));
        }
        return List.copyOf(all);
    }
}
