package org.kulluna.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whispers and screens of the invented programme: every claim about them is counted from rows. */
@Tag("slow")
class DemoWhispersTest {
    private static final int MEMBERS = Integer.getInteger("kulluna.demo.test-members", 3_000);
    private static final Instant NOW = Instant.parse("2026-11-24T08:10:00Z");
    private static final String REACH =
            "whispers.published_reach where starts_on between '2022-01-01' and '2022-06-30'";
    private static JdbcClient demo;

    @BeforeAll
    static void load() {
        demo = DemoTest.loaded("kulluna_demo_whispers", 7, NOW, MEMBERS);
    }

    private static long count(String from) {
        return demo.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static long beneficiaries(String more) {
        return count("(select distinct whisper_id, canonical_id from " + REACH + more + ") as benefited");
    }

    @Test
    void twelve_whispers_were_sent_in_the_first_half_of_2022() {
        assertThat(count("whispers.titles where sent_at >= '2022-01-01+04' and sent_at < '2022-07-01+04'"))
                .isEqualTo(12);
        assertThat(count("(select distinct theme from whispers.titles where sent_at < '2022-07-01') as themes"))
                .isEqualTo(4);
        assertThat(count("whispers.titles where urgent and sent_at < '2022-07-01'"))
                .isEqualTo(2);
    }

    @Test
    void beneficiaries_are_as_many_as_stated_and_removing_a_unit_takes_exactly_its_rows() {
        long all = beneficiaries("");
        // The whole programme is loaded by ./kulluna test --full; a smaller one reaches its share.
        assertThat(all).isEqualTo(MEMBERS == Population.WHOLE ? 152_001 : Reach.reached(MEMBERS));
        Map<String, Long> units = new TreeMap<>();
        demo.sql("select unit_code, count(*) from " + REACH + " group by unit_code")
                .query((rs, n) -> units.put(rs.getString(1), rs.getLong(2)))
                .list();
        assertThat(units).hasSizeGreaterThan(8);
        units.forEach((unit, rows) -> assertThat(beneficiaries(" and unit_code <> '" + unit + "'"))
                .isEqualTo(all - rows)
                .isLessThan(all));
    }

    @Test
    void whoever_was_reached_saw_it_or_has_a_device_that_confirmed_it_and_nobody_else_was() {
        String evidence = "(select r.whisper_id, r.person_id, r.suppressed, least(r.seen_at, r.read_at, (select"
                + " min(p.confirmed_at) from delivery.push p where p.message_id = r.whisper_id and p.person_id ="
                + " r.person_id)) as first_at from whispers.recipient r) e";
        assertThat(count(evidence + " full join whispers.reached h on h.whisper_id = e.whisper_id and h.person_id ="
                        + " e.person_id where e.first_at is distinct from h.happened_at"))
                .isZero();
        assertThat(count(evidence + " where e.suppressed is not null and e.first_at is not null"))
                .isZero();
        assertThat(count("whispers.reached where happened_at > '" + NOW + "' or recorded_at < happened_at"))
                .isZero();
    }

    @Test
    void suppressed_failed_expired_and_twice_delivered_ones_exist() {
        for (String reason : List.of("opt_out", "cap", "no_channel")) {
            assertThat(count("whispers.recipient where suppressed = '" + reason + "'"))
                    .as(reason)
                    .isPositive();
        }
        for (String state : List.of("accepted", "failed", "expired")) {
            assertThat(count("delivery.push where state = '" + state + "'"))
                    .as(state)
                    .isPositive();
        }
        assertThat(count("delivery.push where state in ('queued', 'sending')")).isZero();
        assertThat(count("delivery.push p join whispers.recipient r on r.whisper_id = p.message_id and r.person_id ="
                        + " p.person_id where p.confirmed_at is not null and r.seen_at is not null"))
                .isPositive();
        assertThat(count("whispers.recipient where suppressed is null and seen_at is null"))
                .isPositive();
        assertThat(count("delivery.push where opened_at < confirmed_at or confirmed_at < accepted_at or due_at >"
                        + " coalesce(accepted_at, due_at)"))
                .isZero();
    }

    @Test
    void recipients_were_members_then_and_who_has_no_account_has_no_channel() {
        assertThat(count("whispers.recipient r join membership.member m on m.person_id = r.person_id join"
                        + " whispers.whisper w on w.id = r.whisper_id where m.accepted_at > w.sent_at"))
                .isZero();
        assertThat(count("whispers.recipient r where (r.suppressed is not distinct from 'no_channel') = exists (select"
                        + " from people.account a where a.person_id = r.person_id)"))
                .isZero();
        assertThat(count(
                        "whispers.recipient r join whispers.whisper w on w.id = r.whisper_id join delivery.preference p"
                                + " on p.person_id = r.person_id and w.theme = any(p.muted) where not w.urgent and r.suppressed"
                                + " is null"))
                .isZero();
    }

    /** Were the sum met by a whisper of another kind, it would stand out here. */
    @Test
    void every_whisper_reached_an_ordinary_share_of_its_recipients_much_of_it_in_the_first_hour() {
        List<Double> shares = demo.sql("select count(h.person_id)::float8 / count(*) from whispers.recipient r join"
                        + " whispers.whisper w on w.id = r.whisper_id left join whispers.reached h on h.whisper_id ="
                        + " r.whisper_id and h.person_id = r.person_id where r.suppressed is null and w.sent_at <"
                        + " '2022-07-01' group by r.whisper_id")
                .query(Double.class)
                .list();
        assertThat(shares).hasSize(12).allSatisfy(s -> assertThat(s).isBetween(0.4, 0.85));
        double first = demo.sql("select avg((h.happened_at < w.sent_at + interval '1 hour')::int) from whispers.reached"
                        + " h join whispers.whisper w on w.id = h.whisper_id where w.sent_at < '2022-07-01'")
                .query(Double.class)
                .single();
        assertThat(first).isBetween(0.3, 0.8);
        assertThat(count("whispers.reached h join whispers.whisper w on w.id = h.whisper_id where h.happened_at >"
                        + " w.sent_at + interval '2 days'"))
                .isPositive();
    }

    @Test
    void whispers_are_written_in_arabic_and_english_and_approved_by_somebody_else() {
        assertThat(count("whispers.titles where state <> 'draft' and (title_ar is null or title_en is null)"))
                .isZero();
        assertThat(count("whispers.wording where language not in ('ar', 'en')")).isGreaterThan(5);
        assertThat(count("whispers.review r join whispers.revision v on v.whisper_id = r.whisper_id and v.number ="
                        + " r.revision where r.kind = 'approved' and r.decided_by = v.written_by"))
                .isZero();
        assertThat(count("whispers.whisper w where w.state in ('approved', 'scheduled', 'sent', 'recalled') and not"
                        + " exists (select from whispers.review r where r.whisper_id = w.id and r.revision = w.revision"
                        + " and r.kind = 'approved' and r.decided_at < coalesce(w.send_at, now()))"))
                .isZero();
        assertThat(count("whispers.review where decided_at > '" + NOW + "'")).isZero();
    }

    @Test
    void every_whisper_is_found_by_the_words_of_its_title() {
        assertThat(count("""
                whispers.wording t join whispers.whisper w on w.id = t.whisper_id and w.revision = t.revision
                 where w.search not like '% ' || lower(split_part(t.title, ' ', 1)) || ' %'
                   and t.language = 'en' and t.title ~ '^[A-Za-z]+ '""")).isZero();
        assertThat(count("whispers.whisper where search = ''")).isZero();
    }

    @Test
    void the_present_has_a_whisper_in_every_state_and_unread_ones_for_the_member() {
        assertThat(demo.sql("select state from whispers.whisper where created_at > '2026-01-01' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("approved", "draft", "draft", "in_review", "recalled", "scheduled", "sent", "sent");
        for (String username : List.of("member", "student")) {
            assertThat(count("whispers.recipient r join people.account a on a.person_id = r.person_id join"
                            + " whispers.whisper w on w.id = r.whisper_id where a.username = '" + username
                            + "' and w.state = 'sent' and w.sent_at > '2026-01-01' and r.seen_at is null and"
                            + " r.suppressed is null"))
                    .as(username)
                    .isEqualTo(2);
        }
        assertThat(count("audience.segment")).isEqualTo(5);
    }

    @Test
    void groups_hold_screens_of_their_own_unit_and_have_a_loop_of_their_own_in_their_hours() {
        assertThat(count("screens.screen_group")).isEqualTo(4);
        assertThat(count("screens.screen_group g where (select count(*) from screens.group_member m where m.group_id ="
                        + " g.id) < 2"))
                .isZero();
        assertThat(count("screens.group_member m join screens.screen_group g on g.id = m.group_id join screens.screen s"
                        + " on s.id = m.screen_id where s.unit_code <> g.unit_code"))
                .isZero();
        assertThat(count("screens.screen_group g where not exists (select from screens.schedule c join screens.loop l"
                        + " on l.id = c.loop_id where c.group_id = g.id and l.unit_code = g.unit_code and c.from_time"
                        + " is not null and c.priority > 0)"))
                .isZero();
        assertThat(count("screens.published_plays p where p.theme = '' or p.group_ids <> array(select m.group_id from"
                        + " screens.group_member m where m.screen_id = p.screen_id)"))
                .isZero();
    }

    @Test
    void screens_stand_in_three_regions_and_have_played_what_was_sent() {
        assertThat(count("screens.screen")).isEqualTo(12);
        assertThat(count("screens.screen where paired_at is null and key_hash is null"))
                .isEqualTo(1);
        assertThat(count("screens.heartbeat where seen_at < timestamptz '" + NOW + "' - interval '1 hour'"))
                .isEqualTo(1);
        assertThat(count("(select distinct region from screens.published_plays) as regions"))
                .isEqualTo(3);
        assertThat(count("screens.published_plays where starts_on < '2022-07-01'"))
                .isBetween(5_000L, 40_000L);
        assertThat(count("screens.published_plays p join whispers.whisper w on w.id = p.whisper_id where p.started_at <"
                        + " w.sent_at or p.started_at > least(w.expires_at, w.recalled_at)"))
                .isZero();
        assertThat(count("screens.published_plays p where not exists (select from whispers.wording t where t.whisper_id"
                        + " = p.whisper_id and t.language = p.language)"))
                .isZero();
        assertThat(count("screens.published_plays where not complete")).isPositive();
        assertThat(count("screens.play a join screens.play b on b.screen_id = a.screen_id and b.id > a.id and"
                        + " b.started_at < a.ended_at and b.ended_at > a.started_at"))
                .as("one wall shows one thing")
                .isZero();
        assertThat(count("screens.published_plays where recorded_at > '" + NOW + "'"))
                .isZero();
    }
}
