package org.kulluna.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People as eligibility judges them, from what the other rooms publish: one query, however many. */
@Component
public class Candidates {
    private final JdbcClient sql;

    Candidates(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param after bindings that ended by then are left out */
    public Candidate get(PersonId person, Instant after) {
        Candidate candidate = byId(List.of(person), after).get(person);
        if (candidate == null) {
            throw Refusal.notFound();
        }
        return candidate;
    }

    public Map<PersonId, Candidate> byId(Collection<PersonId> people, Instant after) {
        Map<PersonId, Candidate> all = new LinkedHashMap<>();
        sql.sql("""
                select p.person_id, p.born_on, r.status, coalesce(r.student, false) as student, r.suspended_until,
                       r.vetted_until, r.consent_until, coalesce(v.citizen, false) as citizen, v.visa_valid_to,
                       array(select concat_ws(' ', t.qualification, t.valid_from, t.valid_to)
                               from training.standing t where t.person_id = p.person_id) as qualifications,
                       array(select concat_ws(' ', b.kind, b.subject_id,
                                    (extract(epoch from lower(b.during)) * 1000000)::bigint,
                                    (extract(epoch from upper(b.during)) * 1000000)::bigint)
                               from eligibility.bound b
                              where b.person_id = p.person_id and b.during && tstzrange(:after, null)) as bindings
                  from people.directory p
                  left join membership.roll r on r.person_id = p.person_id
                  left join people.residence v on v.person_id = p.person_id
                 where p.person_id = any(:people::uuid[])""")
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param(
                        "people",
                        people.stream()
                                .map(p -> p.value().toString())
                                .distinct()
                                .toArray(String[]::new))
                .query(Candidates::fromRow)
                .list()
                .forEach(c -> all.put(c.person(), c));
        return all;
    }

    private static Candidate fromRow(ResultSet rs, int row) throws SQLException {
        return new Candidate(
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getString("status"),
                day(rs, "suspended_until"),
                rs.getBoolean("student"),
                day(rs, "born_on"),
                rs.getBoolean("citizen"),
                day(rs, "visa_valid_to"),
                day(rs, "vetted_until"),
                day(rs, "consent_until"),
                spans((String[]) rs.getArray("qualifications").getArray()),
                bindings((String[]) rs.getArray("bindings").getArray()));
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    private static Map<String, List<Candidate.Span>> spans(String[] rows) {
        Map<String, List<Candidate.Span>> all = new HashMap<>();
        for (String text : rows) {
            String[] part = text.split(" ");
            all.computeIfAbsent(part[0], k -> new ArrayList<>())
                    .add(new Candidate.Span(
                            LocalDate.parse(part[1]), part.length > 2 ? LocalDate.parse(part[2]) : null));
        }
        return all;
    }

    private static List<Candidate.Binding> bindings(String[] rows) {
        List<Candidate.Binding> all = new ArrayList<>();
        for (String text : rows) {
            String[] part = text.split(" ");
            all.add(new Candidate.Binding(
                    micros(part[2]),
                    part.length > 3 ? micros(part[3]) : Instant.MAX,
                    part[0],
                    UUID.fromString(part[1])));
        }
        return all;
    }

    private static Instant micros(String text) {
        long micros = Long.parseLong(text);
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }
}
