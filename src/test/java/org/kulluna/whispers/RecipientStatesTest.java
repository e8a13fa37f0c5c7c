package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What the view says of anybody's history is what the rule says, once for each channel, and nobody is left out. */
@Transactional
class RecipientStatesTest extends HouseTest {
    @Autowired
    SendingGiven whispers;

    @Autowired
    RecipientStates states;

    @Test
    void each_person_has_one_state_on_each_channel_and_the_states_add_up() {
        Random dice = new Random(20261124);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (int round = 0; round < 8; round++) {
            Instant ends = now.plus(Duration.ofHours(round % 2 == 0 ? 5 : -1));
            Instant recalled = round % 4 == 3 || round == 2 ? now.minusSeconds(60) : null;
            boolean pushed = round % 3 != 0;
            UUID whisper = whisper(ends, recalled, pushed ? now : null);
            Map<UUID, RecipientHistory> all = new HashMap<>();
            for (int i = 0; i < 60; i++) {
                RecipientHistory h = history(dice, now, ends, recalled, pushed);
                all.put(store(whisper, h, now), h);
            }
            Map<String, String> said = new HashMap<>();
            sql.sql("select person_id::text || channel as who, state from whispers.states where whisper_id = ?")
                    .param(whisper)
                    .query(rs -> {
                        assertThat(said.put(rs.getString(1), rs.getString(2))).isNull();
                    });
            assertThat(said).hasSize(2 * all.size());
            all.forEach((person, h) -> {
                assertThat(said.get(person + "app"))
                        .as(h.toString())
                        .isEqualTo(h.onApp(now).text());
                assertThat(said.get(person + "push"))
                        .as(h.toString())
                        .isEqualTo(h.byPush(now).text());
            });
        }
    }

    @Test
    void a_push_that_waits_for_the_end_of_quiet_hours_says_so_and_no_longer_when_they_are_over() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant ends = now.plus(Duration.ofHours(5));
        UUID whisper = whisper(ends, null, now);
        var queued = List.of(new RecipientHistory.Device("queued", false, false));
        UUID held = store(whisper, history(queued, now.plusSeconds(3600), ends), now);
        UUID next = store(whisper, history(queued, now.minusSeconds(60), ends), now);
        Viewer officer = given.actor(Role.COMMUNICATIONS_OFFICER).viewer();
        Map<UUID, String> reasons = new HashMap<>();
        Viewer seeing = given.actor(Role.DUTY_OFFICER).viewer();
        states.list(seeing, whisper, new RecipientFilter("push", "queued", "", ""))
                .rows()
                .forEach(line -> reasons.put(line.person(), line.reason()));
        assertThat(reasons).isEqualTo(Map.of(held, "quiet_hours", next, ""));
        assertThat(states.list(seeing, whisper, new RecipientFilter("push", "", "quiet_hours", ""))
                        .rows())
                .extracting(RecipientLine::person)
                .containsExactly(held);
        assertThat(states.list(officer, whisper, new RecipientFilter("push", "queued", "none", ""))
                        .rows())
                .as("as many as are counted without a reason")
                .hasSize(2);
        assertThat(states.count(officer, whisper)).contains(new RecipientCount("push", "queued", "", 2));
    }

    private static RecipientHistory history(List<RecipientHistory.Device> devices, Instant due, Instant ends) {
        return new RecipientHistory(null, due, null, null, ends, null, true, devices);
    }

    private UUID whisper(Instant ends, Instant recalled, Instant pushedAt) {
        UUID id = whispers.approved(given.place());
        sql.sql("""
                update whispers.whisper set state = ?, sent_at = ?, planned_at = sent_at, expires_at = ?, recalled_at = ?,
                    pushed_at = ? where id = ?""")
                .params(
                        recalled == null ? "sent" : "recalled",
                        WhisperRows.utc(ends.minus(Duration.ofDays(2))),
                        WhisperRows.utc(ends),
                        WhisperRows.utc(recalled),
                        WhisperRows.utc(pushedAt),
                        id)
                .update();
        sql.sql("""
                insert into delivery.push_message (id, kind, topic, created_at, expires_at) values (?, 'whisper', 'a', now(), ?)""").params(id, WhisperRows.utc(ends)).update();
        return id;
    }

    private static RecipientHistory history(Random dice, Instant now, Instant ends, Instant recalled, boolean pushed) {
        String suppressed =
                dice.nextInt(4) == 0 ? List.of("opt_out", "cap", "no_channel").get(dice.nextInt(3)) : null;
        Instant seen = dice.nextBoolean() ? now.minusSeconds(300) : null;
        Instant read = seen != null && dice.nextBoolean() ? now.minusSeconds(200) : null;
        Instant due = dice.nextInt(5) == 0 ? ends.plusSeconds(60) : ends.minus(Duration.ofHours(20));
        List<RecipientHistory.Device> devices = new ArrayList<>();
        for (int i = dice.nextInt(4); suppressed == null && i > 0; i--) {
            String state = List.of("queued", "sending", "accepted", "failed", "expired")
                    .get(dice.nextInt(5));
            boolean confirmed = state.equals("accepted") && dice.nextBoolean();
            devices.add(new RecipientHistory.Device(state, confirmed, confirmed && dice.nextBoolean()));
        }
        return new RecipientHistory(suppressed, due, seen, read, ends, recalled, pushed, devices);
    }

    private UUID store(UUID whisper, RecipientHistory h, Instant now) {
        UUID person = Ids.next();
        sql.sql("""
                insert into whispers.recipient (whisper_id, person_id, language, region, nationality, age_group, gender,
                    home_place, suppressed, due_at, planned_at, seen_at, read_at)
                values (?, ?, 'ar', 'abu_dhabi', 'AE', '25-34', 'female', 'unknown', ?, ?, ?, ?, ?)""")
                .params(
                        whisper,
                        person,
                        h.suppressed(),
                        WhisperRows.utc(h.dueAt()),
                        now.atOffset(ZoneOffset.UTC),
                        WhisperRows.utc(h.seenAt()),
                        WhisperRows.utc(h.readAt()))
                .update();
        h.devices()
                .forEach(d -> sql.sql("""
                insert into delivery.push (message_id, subscription_id, person_id, language, due_at, state, next_at,
                    confirmed_at, opened_at)
                values (?, ?, ?, 'ar', now(), ?, now(), case when ? then now() end, case when ? then now() end)""")
                        .params(whisper, Ids.next(), person, d.state(), d.confirmed(), d.opened())
                        .update());
        return person;
    }
}
