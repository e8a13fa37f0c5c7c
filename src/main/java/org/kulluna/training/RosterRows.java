package org.kulluna.training;

import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places by name and number, as the training office reads them. */
@Repository
class RosterRows {
    private final JdbcClient sql;

    RosterRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<RosterLine> list(UUID offering) {
        return sql.sql("""
                select e.id, e.person_id, d.name_ar, d.name_en, m.number, e.state, e.source, e.reason, e.score,
                       e.practical_passed, r.attended_minutes, r.passed
                  from training.enrolment e
                  join people.directory d on d.person_id = e.person_id
                  left join membership.roll m on m.person_id = d.canonical_id
                  left join lateral (select r.attended_minutes, r.passed from training.result r
                                      where r.enrolment_id = e.id order by r.recorded_at desc, r.id desc limit 1) r on true
                 where e.offering_id = :offering and e.state not in ('cancelled', 'declined', 'lapsed')
                 order by e.position limit 10000""")
                .param("offering", offering)
                .query((rs, n) -> new RosterLine(
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
                        rs.getObject("passed", Boolean.class)))
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
