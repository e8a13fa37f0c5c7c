package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class PairingTest extends HouseTest {
    @Autowired
    ScreensGiven given2;

    @Autowired
    Screens screens;

    @Autowired
    Pairings pairings;

    @Autowired
    Secrets secrets;

    @Autowired
    ScreenRows rows;

    @Test
    void a_code_has_six_letters_nobody_mistakes_and_is_stored_hashed() {
        Pairings.Offered o = pairings.offer();
        assertThat(o.code()).matches("[2-9A-HJ-NP-Z]{6}");
        assertThat(o.poll()).hasSize(43);
        assertThat(sql.sql("select count(*) from screens.pairing where code_hash = ? and poll_hash = ?")
                        .params(secrets.hashCode(o.code()), secrets.hashPoll(o.poll()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(pairings.ask(o.poll())).isEqualTo(new Pairings.Answer("waiting", null));
        assertThat(pairings.ask(o.code()).state()).isEqualTo("over");
    }

    @Test
    void typed_in_time_and_in_any_case_it_gives_the_player_one_key_however_often_it_asks() {
        String unit = given.unit();
        Viewer officer = given2.officer(unit);
        Pairings.Offered o = pairings.offer();
        ScreenForm form = ScreensGiven.form(unit, given.place(), " " + o.code().toLowerCase(java.util.Locale.ROOT));
        ScreenCard card = screens.pair(officer, form);
        screens.pair(officer, form);
        Pairings.Answer answer = pairings.ask(o.poll());
        assertThat(answer.state()).isEqualTo("paired");
        assertThat(pairings.ask(o.poll())).isEqualTo(answer);
        assertThat(rows.findByKey(secrets.hashKey(String.valueOf(answer.key())))
                        .orElseThrow()
                        .id())
                .isEqualTo(card.screen().id());
        assertThat(card.health()).isEqualTo(Health.QUIET);
    }

    @Test
    void an_expired_a_used_and_a_guessed_code_pair_nothing_and_leave_no_screen_behind() {
        String unit = given.unit();
        Viewer officer = given2.officer(unit);
        Pairings.Offered late = pairings.offer();
        clock.forward(Duration.ofMinutes(10));
        Pairings.Offered used = pairings.offer();
        screens.pair(officer, ScreensGiven.form(unit, given.place(), used.code()));
        for (String code : List.of(late.code(), used.code(), "ZZZZZZ", "", "'; drop")) {
            assertThatThrownBy(() -> screens.pair(officer, ScreensGiven.form(unit, given.place(), code)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("invalid");
        }
        assertThat(pairings.ask(late.poll()).state()).isEqualTo("over");
        assertThat(screens.list(officer, ScreenFilter.ALL, "").rows()).hasSize(1);
    }

    @Test
    void of_two_officers_with_one_code_one_gets_the_player() throws Exception {
        Pairings.Offered o = pairings.offer();
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> tries = java.util.stream.IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> {
                        String unit = given.unit();
                        Viewer officer = given2.officer(unit);
                        ScreenForm form = ScreensGiven.form(unit, given.place(), o.code());
                        return () -> {
                            try {
                                screens.pair(officer, form);
                                return true;
                            } catch (Refusal refused) {
                                return false;
                            }
                        };
                    })
                    .toList();
            long won = 0;
            for (var done : pool.invokeAll(tries)) {
                won += done.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(pairings.ask(o.poll()).state()).isEqualTo("paired");
    }

    @Test
    void pairing_again_unpairing_and_retiring_cut_the_key_at_once() {
        ScreensGiven.Paired p = given2.paired();
        Viewer officer = given2.officer(p.unit());
        Pairings.Offered again = pairings.offer();
        screens.pair(officer, p.id(), again.code());
        assertThat(rows.findByKey(secrets.hashKey(p.key()))).isEmpty();
        String key = String.valueOf(pairings.ask(again.poll()).key());
        assertThat(rows.findByKey(secrets.hashKey(key))).isPresent();
        screens.unpair(officer, p.id());
        assertThat(rows.findByKey(secrets.hashKey(key))).isEmpty();
        assertThat(pairings.ask(again.poll()).state()).isEqualTo("over");
        assertThat(screens.open(officer, p.id()).health()).isEqualTo(Health.UNPAIRED);
        screens.retire(officer, p.id());
        assertThat(screens.open(officer, p.id()).health()).isEqualTo(Health.RETIRED);
        Pairings.Offered third = pairings.offer();
        assertThatThrownBy(() -> screens.pair(officer, p.id(), third.code())).hasMessage("screen-retired");
    }

    @Test
    void another_units_screen_is_not_there() {
        ScreensGiven.Paired p = given2.paired();
        Viewer other = given2.officer(given.unit());
        assertThatThrownBy(() -> screens.open(other, p.id())).hasMessage("not-found");
        assertThatThrownBy(() -> screens.unpair(other, p.id())).hasMessage("not-found");
        assertThatThrownBy(() -> screens.pair(other, p.id(), pairings.offer().code()))
                .hasMessage("not-found");
        assertThat(screens.list(other, ScreenFilter.ALL, "").rows()).isEmpty();
        String unit = p.unit();
        assertThatThrownBy(() -> screens.pair(
                        other,
                        ScreensGiven.form(unit, given.place(), pairings.offer().code())))
                .hasMessage("invalid");
    }

    @Test
    void the_lists_word_for_health_is_the_rules() {
        ScreensGiven.Paired p = given2.paired();
        Viewer officer = given2.officer(p.unit());
        String insert = """
                insert into screens.heartbeat (screen_id, seen_at, trouble, clock_offset_ms) values (?, ?::timestamptz, ?, ?)
                on conflict (screen_id) do update set seen_at = excluded.seen_at, trouble = excluded.trouble,
                    clock_offset_ms = excluded.clock_offset_ms""";
        Object[][] beats = {{0, "", 0}, {0, "x", 0}, {0, "", 400_000}, {0, "", -400_000}, {301, "", 0}, {299, "", 0}};
        String[] said = {"shows", "trouble", "trouble", "trouble", "quiet", "shows"};
        for (int i = 0; i < beats.length; i++) {
            String at = clock.instant().minusSeconds((int) beats[i][0]).toString();
            sql.sql(insert).params(p.id(), at, beats[i][1], beats[i][2]).update();
            ScreenCard card = screens.open(officer, p.id());
            assertThat(card.health().code()).isEqualTo(said[i]);
            assertThat(screens.count(officer)).containsExactly(java.util.Map.entry(said[i], 1L));
            assertThat(screens.list(officer, new ScreenFilter("entrance", "", "", said[i]), "")
                            .rows())
                    .hasSize(1);
        }
    }
}
