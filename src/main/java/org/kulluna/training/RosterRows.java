package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places by name and number, as the training office reads them. */
@Repository
class RosterRows {
    private final JdbcClient sql;

    RosterRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the order they came; at most so many behind the filter's place. */
    List<RosterLine> list(UUID offering, TraineeFilter f, int limit) {
        Map<String, Object> params = new HashMap<>();
        StringBuilder b = new StringBuilder("""
                select e.id, e.person_id, d.name_ar, d.name_en, m.number, e.state, e.source, e.reason, e.score,
                       e.practical_passed, r.attended_minutes, r.passed, e.position
                  from training.enrolment e
                  join people.directory d on d.person_id = e.person_id
                  left join membership.roll m on m.person_id = d.canonical_id
                  left join lateral (select r.attended_minutes, r.passed from training.result r
                                      where r.enrolment_id = e.id order by r.recorded_at desc, r.id desc limit 1) r on true
                 where e.offering_id = :offering and e.position > :after""");
        switch (f.stateOrAll()) {
            case "" -> b.append(" and e.state not in ('cancelled', 'declined', 'lapsed')");
            case "gone" -> b.append(" and e.state in ('cancelled', 'declined', 'lapsed')");
            default -> b.append(" and e.state = :state");
        }
        Long number = f.number();
        if (number != null) {
            b.append(" and m.number = :number");
            params.put("number", number);
        } else if (!f.words().isEmpty()) {
            b.append(" and ").append(SearchText.where("d.search", f.words(), params));
        }
        params.put("offering", offering);
        params.put("after", f.behind());
        params.put("state", f.stateOrAll());
        params.put("limit", limit);
        return sql.sql(b.append(" order by e.position limit :limit").toString())
                .params(params)
                .query(RosterRows::fromRow)
                .list();
    }

    private static RosterLine fromRow(ResultSet rs, int row) throws SQLException {
        return new RosterLine(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getObject("number", Long.class),
                EnrolmentState.of(rs.getString("state")),
                rs.getString("source"),
                rs.getString("reason"),
                rs.getObject("score", Integer.class),
                rs.getObject("practical_passed", Boolean.class),
                rs.getObject("attended_minutes", Integer.class),
                rs.getObject("passed", Boolean.class),
                rs.getLong("position"));
    }

    /** Their membership numbers, in order; whoever is no member has none. */
    List<Long> numbersOf(List<PersonId> people) {
        return sql.sql("""
                select r.number from people.lineage l join membership.roll r on r.person_id = l.canonical_id
                 where l.person_id = any(:people::uuid[]) order by r.number""")
                .param("people", people.stream().map(PersonId::toString).toArray(String[]::new))
                .query((rs, n) -> rs.getLong("number"))
                .list();
    }

    List<NamedMember> byNumber(List<Long> numbers) {
        return sql.sql("""
                select r.person_id, d.name_ar, d.name_en, r.number
                  from membership.roll r join people.directory d on d.person_id = r.person_id
                 where r.number = any(:numbers::bigint[]) and not d.erased and not d.merged""")
                .param("numbers", numbers.stream().map(String::valueOf).toArray(String[]::new))
                .query((rs, n) -> new NamedMember(
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getLong("number")))
                .list();
    }
}
