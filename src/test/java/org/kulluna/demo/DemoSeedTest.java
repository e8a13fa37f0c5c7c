package org.kulluna.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The seed makes the programme: again the same rows, ids included; another seed, others that add up all the same. */
@Tag("slow")
class DemoSeedTest {
    private static final int MEMBERS = 1_000;
    private static final Instant NOW = Instant.parse("2026-11-24T08:10:00Z");
    private static final Instant LATER = LocalDate.of(2027, 3, 2).atTime(20, 40).toInstant(ZoneOffset.UTC);

    /** Whole rows but for what must differ: random nonces, one-way hashes, the moment of writing. */
    private static final List<String> EVERYTHING = List.of(
            "select p.id, p.name_ar, p.name_en, p.nationality, p.born_on, p.home_place, p.languages, p.phone, m.number,"
                    + " m.public_id, m.status, m.accepted_at, m.left_at from membership.member m"
                    + " join people.person p on p.id = m.person_id",
            "select id, opportunity_id, starts_at, ends_at, place_code, leader_id from volunteering.shift",
            "select id, shift_id, role_id, person_id, state, position from volunteering.sign_up",
            "select id, duty_id, person_id, kind, happened_at from attendance.fact",
            "select claim_id, duty_id, person_id, minutes, starts_on, unit_code, verified_by from"
                    + " attendance.ledger_entry",
            "select id, person_id, state, submitted_at, reason from membership.application",
            "select r::text from whispers.recipient r",
            "select message_id, subscription_id, state, confirmed_at, opened_at from delivery.push",
            "select id, screen_id, whisper_id, started_at, audience from screens.play",
            "select r::text from incidents.report r where received_at < '2022-07-01'");

    private static final String HALF_YEAR =
            "select claim_id, duty_id, person_id, minutes, starts_on, unit_code, place_code, pillar, nationality"
                    + " from attendance.ledger_entry where starts_on between '2022-01-01' and '2022-06-30'";

    private static final String REACH = "select * from whispers.reached where starts_on <= '2022-06-30'";

    private static JdbcClient first;

    @BeforeAll
    static void load() {
        first = DemoTest.loaded("kulluna_demo_seed", 7, NOW, MEMBERS);
    }

    private static String digest(JdbcClient demo, String rows) {
        return demo.sql("select count(*) || ' ' || md5(string_agg(r::text, ' ' order by r::text)) from (" + rows
                        + ") r")
                .query(String.class)
                .single();
    }

    private static long minutes(JdbcClient demo) {
        return demo.sql("select sum(minutes) from (" + HALF_YEAR + ") r")
                .query(Long.class)
                .single();
    }

    @Test
    void the_same_seed_at_the_same_moment_gives_the_same_rows() {
        JdbcClient again = DemoTest.loaded("kulluna_demo_again", 7, NOW, MEMBERS);
        for (String rows : EVERYTHING) {
            assertThat(digest(again, rows)).as(rows).isEqualTo(digest(first, rows));
        }
    }

    @Test
    void the_same_seed_gives_the_same_half_year_on_any_day() {
        JdbcClient later = DemoTest.loaded("kulluna_demo_later", 7, LATER, MEMBERS);
        assertThat(digest(later, HALF_YEAR)).isEqualTo(digest(first, HALF_YEAR));
        assertThat(digest(later, REACH)).isEqualTo(digest(first, REACH));
        assertThat(digest(later, EVERYTHING.get(1))).isNotEqualTo(digest(first, EVERYTHING.get(1)));
    }

    @Test
    void another_seed_gives_other_rows_that_add_up_to_the_same_hours() {
        JdbcClient other = DemoTest.loaded("kulluna_demo_other", 8, NOW, MEMBERS);
        assertThat(digest(other, HALF_YEAR)).isNotEqualTo(digest(first, HALF_YEAR));
        assertThat(digest(other, REACH)).isNotEqualTo(digest(first, REACH));
        for (JdbcClient demo : List.of(first, other)) {
            assertThat(demo.sql("select count(*) from (" + REACH + ") r")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(Reach.reached(MEMBERS));
            assertThat(Math.floorDiv(minutes(demo) + 30, 60L)).isEqualTo(42_073);
        }
    }
}
