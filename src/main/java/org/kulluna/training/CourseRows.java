package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
class CourseRows {
    static final String COLUMNS = """
            c.code, c.title_ar, c.title_en, c.text_ar, c.text_en, c.level, c.unit_code as course_unit, c.prerequisites,
            c.qualification, c.validity_months, c.recertify_days, c.attendance_percent, c.assessed_by, c.pass_mark,
            c.quiz_questions, c.quiz_attempts, c.minimum_age, c.students_welcome, c.state as course_state,
            c.version as course_version""";
    private final JdbcClient sql;

    CourseRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when the code is taken. */
    boolean insert(Course c, PersonId by, Instant now) {
        return texts(sql.sql("""
                insert into training.course (code, title_ar, title_en, text_ar, text_en, search, level, unit_code,
                    prerequisites, qualification, validity_months, recertify_days, attendance_percent, assessed_by,
                    pass_mark, quiz_questions, quiz_attempts, minimum_age, students_welcome, created_by, created_at)
                values (:code, :titleAr, :titleEn, :textAr, :textEn, :search, :level, :unit, :prerequisites::text[],
                    :qualification, :validity, :recertify, :attendance, :assessedBy, :passMark, :questions, :attempts,
                    :age, :students, :by, :now)
                on conflict (code) do nothing"""), c)
                        .param("unit", c.unit())
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean update(Course c) {
        return texts(sql.sql("""
                update training.course
                   set title_ar = :titleAr, title_en = :titleEn, text_ar = :textAr, text_en = :textEn, search = :search,
                       level = :level, prerequisites = :prerequisites::text[], qualification = :qualification,
                       validity_months = :validity, recertify_days = :recertify, attendance_percent = :attendance,
                       assessed_by = :assessedBy, pass_mark = :passMark, quiz_questions = :questions,
                       quiz_attempts = :attempts, minimum_age = :age, students_welcome = :students,
                       version = version + 1
                 where code = :code and version = :version"""), c).param("version", c.version()).update() == 1;
    }

    boolean move(String code, int version, String state) {
        return sql.sql("""
                update training.course set state = :state, version = version + 1
                 where code = :code and version = :version and state <> :state""")
                        .param("code", code)
                        .param("version", version)
                        .param("state", state)
                        .update()
                == 1;
    }

    Optional<Course> find(String code) {
        return sql.sql("select " + COLUMNS + " from training.course c where c.code = :code")
                .param("code", code)
                .query((rs, n) -> fromRow(rs))
                .optional();
    }

    /** A published course that gives the qualification. */
    Optional<Course> findGiving(String qualification) {
        return sql.sql("select " + COLUMNS + " from training.course c where " + """
                c.qualification = :qualification and c.state = 'published'
                 order by c.title_ar, c.code limit 1""")
                .param("qualification", qualification)
                .query((rs, n) -> fromRow(rs))
                .optional();
    }

    /** By Arabic title; a programme has dozens of them. */
    List<Course> list(String words, String level, boolean published) {
        Map<String, Object> params = new HashMap<>();
        String found = SearchText.where("c.search", words, params);
        params.put("level", level);
        params.put("published", published);
        return sql.sql("select " + COLUMNS + " from training.course c where " + found + """
                   and (:level = '' or c.level = :level) and (not :published or c.state = 'published')
                 order by c.title_ar, c.code limit 500""")
                .params(params)
                .query((rs, n) -> fromRow(rs))
                .list();
    }

    List<Part> parts(String course) {
        return sql.sql("""
                select id, title_ar, title_en, minutes from training.part where course_code = :course order by sort, id""")
                .param("course", course)
                .query((rs, n) -> new Part(
                        rs.getObject("id", UUID.class),
                        new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                        rs.getInt("minutes")))
                .list();
    }

    /** Deletes the parts that are not kept. False when a session teaches one of them: then none is. */
    boolean keepParts(String course, List<UUID> kept) {
        String[] ids = kept.stream().map(UUID::toString).toArray(String[]::new);
        boolean taught = sql.sql("""
                select exists (select from training.part p join training.session s on s.part_id = p.id
                                where p.course_code = :course and p.id <> all(:ids::uuid[]))""")
                .param("course", course)
                .param("ids", ids)
                .query(Boolean.class)
                .single();
        if (!taught) {
            sql.sql("delete from training.part where course_code = :course and id <> all(:ids::uuid[])")
                    .param("course", course)
                    .param("ids", ids)
                    .update();
        }
        return !taught;
    }

    /** False when that id is a part of another course. */
    boolean putPart(String course, Part part, int sort) {
        return sql.sql("""
                insert into training.part (id, course_code, sort, title_ar, title_en, minutes)
                values (:id, :course, :sort, :titleAr, :titleEn, :minutes)
                on conflict (id) do update set sort = excluded.sort, title_ar = excluded.title_ar,
                    title_en = excluded.title_en, minutes = excluded.minutes
                 where part.course_code = excluded.course_code""")
                        .param("id", part.id())
                        .param("course", course)
                        .param("sort", sort)
                        .param("titleAr", part.title().ar())
                        .param("titleEn", part.title().en())
                        .param("minutes", part.minutes())
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec texts(JdbcClient.StatementSpec statement, Course c) {
        return statement
                .param("code", c.code())
                .param("titleAr", c.title().ar())
                .param("titleEn", c.title().en())
                .param("textAr", c.text().ar())
                .param("textEn", c.text().en())
                .param("search", SearchText.stored(c.title().ar(), c.title().en()))
                .param("level", c.level())
                .param("prerequisites", c.prerequisites().toArray(String[]::new))
                .param("qualification", c.qualification())
                .param("validity", c.validityMonths())
                .param("recertify", c.recertifyDays())
                .param("attendance", c.attendancePercent())
                .param("assessedBy", c.assessedBy())
                .param("passMark", c.passMark())
                .param("questions", c.quizQuestions())
                .param("attempts", c.quizAttempts())
                .param("age", c.minimumAge())
                .param("students", c.studentsWelcome());
    }

    static Course fromRow(ResultSet rs) throws SQLException {
        return new Course(
                rs.getString("code"),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                new LocalizedText(rs.getString("text_ar"), rs.getString("text_en")),
                rs.getString("level"),
                rs.getString("course_unit"),
                List.of((String[]) rs.getArray("prerequisites").getArray()),
                rs.getString("qualification"),
                rs.getObject("validity_months", Integer.class),
                rs.getInt("recertify_days"),
                rs.getInt("attendance_percent"),
                rs.getString("assessed_by"),
                rs.getObject("pass_mark", Integer.class),
                rs.getInt("quiz_questions"),
                rs.getInt("quiz_attempts"),
                rs.getInt("minimum_age"),
                rs.getBoolean("students_welcome"),
                rs.getString("course_state"),
                rs.getInt("course_version"));
    }
}
