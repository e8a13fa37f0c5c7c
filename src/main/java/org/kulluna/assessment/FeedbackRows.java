package org.kulluna.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeedbackRows {
    /** Answers to one question, counted by what was said. */
    private static final String COUNTS = """
            count(f.*)::int as answered,
            array[count(*) filter (where f.content = 1), count(*) filter (where f.content = 2),
                  count(*) filter (where f.content = 3), count(*) filter (where f.content = 4),
                  count(*) filter (where f.content = 5)]::int[] as content,
            array[count(*) filter (where f.instructor = 1), count(*) filter (where f.instructor = 2),
                  count(*) filter (where f.instructor = 3), count(*) filter (where f.instructor = 4),
                  count(*) filter (where f.instructor = 5)]::int[] as instructor,
            array[count(*) filter (where f.place = 1), count(*) filter (where f.place = 2),
                  count(*) filter (where f.place = 3), count(*) filter (where f.place = 4),
                  count(*) filter (where f.place = 5)]::int[] as place,
            array[count(*) filter (where f.recommend = 1), count(*) filter (where f.recommend = 2),
                  count(*) filter (where f.recommend = 3), count(*) filter (where f.recommend = 4),
                  count(*) filter (where f.recommend = 5)]::int[] as recommend""";

    private final JdbcClient sql;

    FeedbackRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was said, and when first. */
    record Given(FeedbackForm form, Instant at) {}

    Optional<Given> find(UUID enrolment) {
        return sql.sql("""
                select content, instructor, place, recommend, words, given_at from assessment.feedback
                 where enrolment_id = :enrolment""")
                .param("enrolment", enrolment)
                .query((rs, n) -> new Given(
                        new FeedbackForm(
                                rs.getString("content"),
                                rs.getString("instructor"),
                                rs.getString("place"),
                                rs.getString("recommend"),
                                rs.getString("words")),
                        rs.getObject("given_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The first answer, or in place of the one before while that was given at or after {@code since}. */
    boolean put(UUID enrolment, UUID offering, FeedbackForm f, String words, Instant since, Instant now) {
        return sql.sql("""
                insert into assessment.feedback as f (enrolment_id, offering_id, content, instructor, place, recommend, words,
                    given_at, changed_at)
                values (:enrolment, :offering, :content, :instructor, :place, :recommend, :words, :now, :now)
                on conflict (enrolment_id) do update set content = excluded.content, instructor = excluded.instructor,
                    place = excluded.place, recommend = excluded.recommend, words = excluded.words,
                    changed_at = excluded.changed_at
                 where f.given_at >= :since""")
                        .param("enrolment", enrolment)
                        .param("offering", offering)
                        .param("content", f.number("content"))
                        .param("instructor", f.number("instructor"))
                        .param("place", f.number("place"))
                        .param("recommend", f.number("recommend"))
                        .param("words", words)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Of one course, newest first: who was seen could answer. Words are not among them. */
    List<FeedbackLine> ofCourse(String course, Instant now) {
        return lines("o.course_code = :key::text", course, now);
    }

    Optional<FeedbackLine> ofOffering(UUID offering, Instant now) {
        return lines("o.offering_id = :key::uuid", offering.toString(), now).stream()
                .findFirst();
    }

    private List<FeedbackLine> lines(String which, String key, Instant now) {
        return sql.sql("select o.offering_id, o.ends_at, (select count(*) from training.published_place p"
                        + " where p.offering_id = o.offering_id and (p.state in ('attended', 'partial')"
                        + " or p.state = 'booked' and p.seen)) as asked, " + COUNTS + """

                  from training.published_offering o left join assessment.feedback f on f.offering_id = o.offering_id
                 where o.ends_at <= :now and o.state in ('open', 'closed') and """ + " " + which + """

                 group by o.offering_id, o.ends_at order by o.ends_at desc, o.offering_id limit 1000""")
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(FeedbackRows::line)
                .list();
    }

    /** What was written about an offering, longest first: nothing in their order tells who. */
    List<String> words(UUID offering) {
        return sql.sql("""
                select words from assessment.feedback where offering_id = :offering and words <> ''
                 order by length(words) desc, words limit 500""")
                .param("offering", offering)
                .query((rs, n) -> rs.getString("words"))
                .list();
    }

    /** Who was there, to be asked. */
    List<PersonId> asked(UUID offering) {
        return sql.sql("""
                select p.person_id from training.published_place p
                 where p.offering_id = :offering and p.state in ('attended', 'partial') order by p.enrolment_id""")
                .param("offering", offering)
                .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                .list();
    }

    void forget(PersonId person) {
        sql.sql("""
                update assessment.feedback f set words = '' from training.published_place p
                 where p.enrolment_id = f.enrolment_id and p.person_id = :person""").param("person", person.value()).update();
    }

    private static FeedbackLine line(ResultSet rs, int row) throws SQLException {
        List<FeedbackSum> sums = new ArrayList<>();
        for (String question : FeedbackSum.QUESTIONS) {
            sums.add(new FeedbackSum(
                    question, List.of((Integer[]) rs.getArray(question).getArray())));
        }
        OffsetDateTime ended = rs.getObject("ends_at", OffsetDateTime.class);
        return new FeedbackLine(
                rs.getObject("offering_id", UUID.class),
                ended == null ? null : ended.toInstant(),
                FeedbackResults.of(rs.getInt("asked"), rs.getInt("answered"), sums, List.of()));
    }
}
