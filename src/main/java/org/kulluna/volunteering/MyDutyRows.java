package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MyDutyRows {
    private static final String SELECT = "select " + ShiftRows.COLUMNS + """
            , o.title_ar, o.title_en, r.name_ar, r.name_en, u.state as my_state, u.reason,
                   case when u.state = 'waiting' then
                       (select count(*) from volunteering.sign_up w where w.role_id = u.role_id
                           and w.state = 'waiting' and w.position <= u.position)
                   else 0 end as my_place,
                   exists (select from attendance.presence a where a.duty_id = s.id and a.person_id = u.person_id
                              and a.in_at is not null) as came
              from volunteering.sign_up u
              join volunteering.shift s on s.id = u.shift_id
              join volunteering.opportunity o on o.id = s.opportunity_id
              join volunteering.shift_role r on r.id = u.role_id
            """;
    private final JdbcClient sql;

    MyDutyRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Not over yet, soonest first; what was given back is not shown. */
    List<MyDuty> listComing(PersonId person, Instant now, int limit) {
        return sql.sql(SELECT + """
                 where u.person_id = :person and s.ends_at > :now and u.state <> 'left'
                   and u.position = (select max(x.position) from volunteering.sign_up x
                                      where x.shift_id = u.shift_id and x.person_id = u.person_id)
                 order by s.starts_at, s.id limit :limit""")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(MyDutyRows::fromRow)
                .list();
    }

    /** Over, newest first. */
    List<MyDuty> listPast(PersonId person, Instant now, @Nullable Cursor after, int limit) {
        return sql.sql(SELECT + """
                 where u.person_id = :person and s.ends_at <= :now and u.state = 'booked'
                   and (:afterId::uuid is null or (extract(epoch from s.starts_at)::bigint, s.id)
                        < (:afterSecond::bigint, :afterId::uuid))
                 order by extract(epoch from s.starts_at)::bigint desc, s.id desc limit :limit""")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("afterSecond", after == null ? null : after.number())
                .param("afterId", after == null ? null : after.id().toString())
                .param("limit", limit)
                .query(MyDutyRows::fromRow)
                .list();
    }

    static String cursor(MyDuty duty) {
        return new Cursor(duty.shift().startsAt().getEpochSecond(), duty.shift().id()).toString();
    }

    private static MyDuty fromRow(ResultSet rs, int row) throws SQLException {
        return new MyDuty(
                ShiftRows.fromRow(rs, row),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                SignUpState.of(rs.getString("my_state")),
                rs.getInt("my_place"),
                rs.getString("reason"),
                rs.getBoolean("came"));
    }
}
