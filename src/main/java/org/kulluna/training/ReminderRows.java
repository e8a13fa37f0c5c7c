package org.kulluna.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReminderRows {
    private final JdbcClient sql;

    ReminderRows(JdbcClient sql) {
        this.sql = sql;
    }

    record Due(PersonId holder, String qualification, LocalizedText name, LocalDate validFrom, LocalDate validTo) {}

    /** False while another node is at it. */
    boolean tryLock() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtextextended('training.reminders', 0))")
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the next that are due: awards of members that end within sixty days, of which neither this step nor a nearer
     * one was told, and beside which the holder has nothing of the kind that lasts longer.
     */
    List<Due> take(LocalDate today, Instant now, int limit) {
        return sql.sql("""
                with due as (
                    select t.award_id, t.person_id, t.qualification, t.valid_from, t.valid_to, x.step
                      from training.standing t
                      join membership.roll r on r.person_id = t.person_id and r.status <> 'left'
                      join people.directory d on d.person_id = t.person_id and not d.erased
                     cross join lateral (select case when t.valid_to - :today <= 7 then 7
                                                     when t.valid_to - :today <= 30 then 30 else 60 end as step) x
                     where t.valid_to between :today and :today + 60 and t.valid_from <= :today
                       and not exists (select from training.reminder n where n.award_id = t.award_id and n.step <= x.step)
                       and not exists (
                            select from training.standing l
                             where l.person_id = t.person_id and l.qualification = t.qualification
                               and (l.valid_to is null or (l.valid_to, l.award_id) > (t.valid_to, t.award_id)))
                     order by t.valid_to, t.award_id limit :limit
                ), taken as (
                    insert into training.reminder (award_id, step, told_at)
                    select d.award_id, d.step, :now from due d
                    on conflict do nothing returning award_id)
                select d.person_id, d.qualification, q.name_ar, q.name_en, d.valid_from, d.valid_to
                  from taken t join due d on d.award_id = t.award_id
                  join training.qualification q on q.code = d.qualification""")
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((rs, n) -> new Due(
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        rs.getString("qualification"),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .list();
    }
}
