package org.kulluna.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roll as the desk reads it: members with their names. Records that were merged or erased are not on it. */
@Repository
class RollRows {
    private static final String STATUS =
            "case when m.status = 'suspended' and m.suspended_until < :today then 'active' else m.status end";
    private final JdbcClient sql;

    RollRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Newest number first. @param owner the person an identity number in the search belongs to */
    List<MemberSummary> list(MemberFilter filter, @Nullable PersonId owner, LocalDate today, int limit) {
        boolean byName = owner == null && filter.number() == null;
        NameSearch names = NameSearch.of(byName ? filter.q() : "");
        return sql.sql("""
                select m.person_id, m.number, m.student, m.accepted_at, d.name_ar, d.name_en, d.nationality,
                       d.home_place, %s as status,
                       (select c.valid_to from membership.clearance c where c.person_id = m.person_id) as vetted_until
                  from membership.member m join people.directory d on d.person_id = m.person_id
                 where not d.erased and not d.merged and %s
                   and (:status = 'all' or %s = :status)
                   and (:nationality = '' or d.nationality = :nationality)
                   and (:place = '' or d.home_place = :place)
                   and (:model = '' or m.student = (:model = 'student'))
                   and (:number::bigint is null or m.number = :number)
                   and (:owner::uuid is null or m.person_id = :owner)
                   and (:after::bigint is null or m.number < :after)
                 order by m.number desc limit :limit""".formatted(STATUS, names.condition(), STATUS))
                .params(names.params())
                .param("today", today)
                .param("status", filter.status())
                .param("nationality", filter.nationality())
                .param("place", filter.place())
                .param("model", filter.model())
                .param("number", owner == null ? filter.number() : null)
                .param("owner", owner == null ? null : owner.value())
                .param("after", filter.after())
                .param("limit", limit)
                .query(RollRows::fromRow)
                .list();
    }

    /** Numbers of records merged into this one: they keep answering for it. */
    List<Long> listFormerNumbers(PersonId person) {
        return sql.sql("""
                select m.number from membership.member m join people.lineage l on l.person_id = m.person_id
                 where l.canonical_id = :person and m.person_id <> :person order by m.number""")
                .param("person", person.value())
                .query((rs, n) -> rs.getLong("number"))
                .list();
    }

    /** Anybody known, member or not, by name: for finding the other record of one person. */
    List<Known> listKnown(String q, @Nullable Long number, PersonId except, int limit) {
        NameSearch names = NameSearch.of(number == null ? q : "");
        return sql.sql("""
                select d.person_id, d.name_ar, d.name_en, d.nationality, d.born_on, m.number
                  from people.directory d left join membership.member m on m.person_id = d.person_id
                 where not d.erased and not d.merged and d.person_id <> :except and %s
                   and (:number::bigint is null or m.number = :number)
                 order by d.name_ar, d.person_id limit :limit""".formatted(names.condition()))
                .params(names.params())
                .param("except", except.value())
                .param("number", number)
                .param("limit", limit)
                .query((rs, n) -> new Known(
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getString("nationality"),
                        rs.getObject("born_on", LocalDate.class),
                        rs.getObject("number", Long.class)))
                .list();
    }

    static MemberSummary fromRow(ResultSet rs, int row) throws SQLException {
        return new MemberSummary(
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getLong("number"),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("nationality"),
                rs.getString("home_place"),
                rs.getString("status"),
                rs.getBoolean("student"),
                rs.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                rs.getObject("vetted_until", LocalDate.class));
    }
}
