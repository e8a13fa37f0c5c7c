package org.kulluna.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the load does to the database beside copying rows: it looks first, settles counters after, and marks it. */
final class DemoDatabase {
    private final JdbcTemplate sql;

    DemoDatabase(JdbcTemplate sql) {
        this.sql = sql;
    }

    boolean isMarked() {
        return is("select exists (select from people.demo_mark)");
    }

    /** Nobody and nothing is in it yet. */
    boolean isEmpty() {
        return is("select not exists (select from people.person) and not exists (select from units.unit)"
                + " and not exists (select from places.place)");
    }

    private boolean is(String question) {
        return Boolean.TRUE.equals(sql.queryForObject(question, Boolean.class));
    }

    /** One loader at a time: a second process waits here and then finds the mark. */
    void lock() {
        sql.execute("select pg_advisory_xact_lock(71421342073)");
        sql.execute("set local synchronous_commit = on");
    }

    void load(DemoProgramme programme) {
        for (var q : MemberWriter.extraQualifications()) {
            sql.update(
                    "insert into training.qualification (code, name_ar, name_en, validity_months)"
                            + " values (?, ?, ?, ?) on conflict (code) do nothing",
                    q.get("code"),
                    q.get("name_ar"),
                    q.get("name_en"),
                    months(String.valueOf(q.get("validity_months"))));
        }
        sql.execute((ConnectionCallback<Boolean>) connection -> {
            programme.write(connection);
            return true;
        });
        sql.update(
                "update membership.number_counter set last = (select coalesce(max(number), 0) from membership.member)");
        countWhispers();
    }

    /** As the planner counts when it has written them. */
    private void countWhispers() {
        sql.update("""
                update whispers.whisper w
                   set planned_count = r.everybody, suppressed_count = r.suppressed, push_count = coalesce(p.devices, 0)
                  from (select whisper_id, count(*) as everybody, count(suppressed) as suppressed
                          from whispers.recipient group by whisper_id) r
                  left join (select message_id, count(*) as devices from delivery.push group by message_id) p
                    on p.message_id = r.whisper_id
                 where w.id = r.whisper_id""");
    }

    private static @org.jspecify.annotations.Nullable Integer months(String typed) {
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }

    void mark(Instant at, long seed) {
        sql.update("insert into people.demo_mark (marked_at, seed) values (?, ?)", at.atOffset(ZoneOffset.UTC), seed);
    }

    /** So that the first page is as quick as the later ones. */
    void analyze() {
        sql.execute("analyze");
    }
}
