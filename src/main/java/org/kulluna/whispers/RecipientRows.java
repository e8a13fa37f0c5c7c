package org.kulluna.whispers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audience.Selection;
import org.kulluna.delivery.Pushes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is meant by a whisper, written in one query for all of them. */
@Repository
class RecipientRows {
    /** How many came, and how many of them it is kept from. */
    record Count(int all, int suppressed) {}

    /** At most so many in so many days. */
    record Cap(int most, Duration within) {}

    /** Of whoever chose none of their own. */
    record Quiet(LocalTime from, LocalTime to) {}

    private final JdbcClient sql;

    RecipientRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Only one is planned at a time, so that two whispers at once do not both count as somebody's last. */
    void takeTurn() {
        sql.sql("select pg_advisory_xact_lock(hashtext('whispers.plan'))")
                .query((rs, n) -> 1)
                .single();
    }

    /**
     * Everybody whom the selection means, with what is known of them now, why it is kept from them if it is, and when
     * their devices may be told. Urgent ones pass the cap and quiet hours, and about safety also the muted theme.
     */
    Count plan(SendingRows.Plan plan, Selection selection, Cap cap, Quiet quiet, Instant now) {
        boolean counted = isCapReached(plan, cap);
        Map<String, Object> params = new HashMap<>(selection.params());
        params.put("whisper", plan.id());
        params.put("theme", plan.theme());
        params.put("urgent", plan.urgent());
        params.put("safety", plan.urgent() && plan.theme().equals("safety"));
        params.put("now", WhisperRows.utc(now));
        params.put("quietFrom", quiet.from().toString());
        params.put("quietTo", quiet.to().toString());
        params.put("most", cap.most());
        params.put("since", WhisperRows.utc(plan.sentAt().minus(cap.within())));
        params.put("sentAt", WhisperRows.utc(plan.sentAt()));
        int all = sql.sql(insert(selection.sql(), counted)).params(params).update();
        return new Count(all, countSuppressed(plan.id()));
    }

    private int countSuppressed(UUID whisper) {
        return sql.sql("select count(*) from whispers.recipient where whisper_id = :whisper and suppressed is not null")
                .param("whisper", whisper)
                .query(Integer.class)
                .single();
    }

    /** While fewer were sent in that time than the cap allows, nobody can have had too many: nothing is counted then. */
    private boolean isCapReached(SendingRows.Plan plan, Cap cap) {
        return sql.sql("""
                select count(*) >= :most from whispers.whisper w
                 where w.sent_at > :since and w.sent_at <= :sentAt and w.id <> :whisper and not w.urgent
                   and w.recalled_at is null and w.planned_at is not null and w.on_app""")
                .param("most", cap.most())
                .param("since", WhisperRows.utc(plan.sentAt().minus(cap.within())))
                .param("sentAt", WhisperRows.utc(plan.sentAt()))
                .param("whisper", plan.id())
                .query(Boolean.class)
                .single();
    }

    /** In the order of the key, which grows at its end then: it took half as long as in any other. */
    private static String insert(String selection, boolean counted) {
        return """
                with %s
                    insert into whispers.recipient (whisper_id, person_id, language, region, nationality, age_group, gender,
                        home_place, suppressed, passed, due_at, planned_at)
                    select :whisper, m.person_id, m.language, m.region, m.nationality, m.age_group, m.gender, m.home_place,
                           case when a.person_id is null then 'no_channel'
                                when j.muted and not :safety then 'opt_out'
                                when j.at_cap and not :urgent then 'cap' end,
                           case when :urgent then concat_ws(' ', case when j.at_cap then 'cap' end,
                                case when j.muted and :safety then 'opt_out' end,
                                case when j.due_at > :now::timestamptz then 'quiet_hours' end) else '' end,
                           case when :urgent then :now::timestamptz else j.due_at end,
                           :now::timestamptz
                      from (%s) m
                      left join people.sign_in_names a on a.person_id = m.person_id
                      left join delivery.preferences p on p.person_id = m.person_id
                      left join hours h on h.quiet_from = coalesce(p.quiet_from, :quietFrom::time)
                                       and h.quiet_to = coalesce(p.quiet_to, :quietTo::time)
                                       and h.zone = coalesce(p.zone, 'Asia/Dubai')
                      %s
                     cross join lateral (
                         select coalesce(:theme = any(p.muted), false) as muted, %s as at_cap, h.due_at) j
                     order by m.person_id""".formatted(HOURS, selection, counted ? GOT : "", counted ? "coalesce(g.got, 0) >= :most" : "false");
    }

    /** What each had in the days of the cap; urgent ones, and those taken back, use nothing of it up. */
    private static final String GOT = """
            left join (select c.person_id, count(*) as got
                         from whispers.recipient c join whispers.whisper w on w.id = c.whisper_id
                        where w.sent_at > :since and w.sent_at <= :sentAt and w.id <> :whisper and not w.urgent
                          and w.recalled_at is null and c.suppressed is null
                        group by c.person_id) g on g.person_id = m.person_id""";

    /**
     * The end of the quiet hours somebody is in, in their own zone; they wrap over midnight. Otherwise now. Worked out once
     * for each choice of hours, not for each person.
     */
    private static final String HOURS = """
            hours as materialized (
                select c.quiet_from, c.quiet_to, c.zone,
                       delivery.undisturbed(:now::timestamptz, c.quiet_from, c.quiet_to, c.zone) as due_at
                  from (select distinct q.quiet_from, q.quiet_to, q.zone
                          from (select p.quiet_from, p.quiet_to, p.zone from delivery.preferences p
                                 where p.quiet_from is not null
                                 union all
                                select :quietFrom::time, :quietTo::time, p.zone from delivery.preferences p
                                 where p.quiet_from is null
                                 union all
                                select :quietFrom::time, :quietTo::time, 'Asia/Dubai') q) c)
            """;

    /**
     * The next people with a device, by their id, each with the language of the words they get. Who is to be told only
     * after the whisper has ended is left out.
     */
    List<Pushes.Recipient> listToPush(SendingRows.Plan plan, int limit) {
        return sql.sql("""
                select r.person_id,
                       case when r.language = any(:languages::text[]) then r.language
                            when r.language = any(:rightToLeft::text[]) then 'ar' else :otherwise end as language,
                       r.due_at
                  from whispers.recipient r
                 where r.whisper_id = :whisper and r.suppressed is null and r.due_at < :end
                   and (:after::uuid is null or r.person_id > :after::uuid)
                   and exists (select from delivery.subscribers s where s.person_id = r.person_id)
                 order by r.person_id limit :limit""")
                .param("whisper", plan.id())
                .param("after", plan.pushedUpTo())
                .param("end", WhisperRows.utc(plan.expiresAt()))
                .param(
                        "languages",
                        plan.wordings().stream().map(Wording::language).toArray(String[]::new))
                .param("rightToLeft", RIGHT_TO_LEFT.toArray(String[]::new))
                .param("otherwise", otherwise(plan.wordings()))
                .param("limit", limit)
                .query((rs, n) -> new Pushes.Recipient(
                        rs.getObject("person_id", UUID.class), rs.getString("language"), dueAt(rs)))
                .list();
    }

    private static Instant dueAt(java.sql.ResultSet rs) throws java.sql.SQLException {
        @Nullable Instant at = WhisperRows.instant(rs, "due_at");
        return java.util.Objects.requireNonNull(at);
    }

    /** Readers of these scripts are served better by Arabic than by English. */
    static final List<String> RIGHT_TO_LEFT = List.of("ar", "ur", "fa", "ps", "sd", "ug", "ckb", "he", "dv");

    private static String otherwise(List<Wording> wordings) {
        return wordings.stream().anyMatch(w -> w.language().equals("en")) ? "en" : "ar";
    }
}
