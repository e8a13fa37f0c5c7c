package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The counts that are kept are those that a count of everybody finds, whatever happened in whatever order. */
class TalliesTest extends HouseTest {
    private static final List<String> DEVICE_STATES = List.of("queued", "sending", "accepted", "failed", "expired");

    @Autowired
    private SendingGiven whispers;

    @Autowired
    private Sending sending;

    @Autowired
    private SendingRows rows;

    @Autowired
    private Tallies tallies;

    @Autowired
    private RecipientStates states;

    @Autowired
    private ReachedSteps steps;

    @Autowired
    private TransactionTemplate transaction;

    private record Device(UUID id, UUID person) {}

    private void assertSame(UUID whisper) {
        Map<String, Long> counted = new TreeMap<>();
        sql.sql("""
                select s.channel || ' ' || s.state || ' ' || s.reason, count(*) from whispers.states s
                 where s.whisper_id = ? group by 1""")
                .param(whisper)
                .query((rs, n) -> counted.put(rs.getString(1), rs.getLong(2)))
                .list();
        Map<String, Long> kept = new TreeMap<>();
        sql.sql("select channel || ' ' || state || ' ' || reason, people from whispers.counts where whisper_id = ?")
                .param(whisper)
                .query((rs, n) -> kept.put(rs.getString(1), rs.getLong(2)))
                .list();
        assertThat(kept).isEqualTo(counted);
    }

    private UUID whisper(@Nullable Instant recalled, Instant ends) {
        UUID id = whispers.approved(given.place());
        sql.sql("""
                update whispers.whisper set state = ?, sent_at = ?, planned_at = now(), expires_at = ?, recalled_at = ?,
                    pushed_at = now() where id = ?""")
                .params(
                        recalled == null ? "sent" : "recalled",
                        WhisperRows.utc(ends.minus(Duration.ofDays(2))),
                        WhisperRows.utc(ends),
                        WhisperRows.utc(recalled),
                        id)
                .update();
        sql.sql("""
                insert into delivery.push_message (id, kind, topic, created_at, expires_at)
                values (?, 'whisper', 'a', now(), ?)""").params(id, WhisperRows.utc(ends)).update();
        return id;
    }

    private void recipient(UUID whisper, UUID person, @Nullable String suppressed, Instant due) {
        sql.sql("""
                insert into whispers.recipient (whisper_id, person_id, language, region, nationality, age_group, gender,
                    home_place, suppressed, due_at, planned_at)
                values (?, ?, 'ar', 'abu_dhabi', 'AE', '25-34', 'female', 'unknown', ?::text, ?, now())""").params(whisper, person, suppressed, WhisperRows.utc(due)).update();
    }

    private void device(UUID whisper, Device d, String state) {
        sql.sql("""
                insert into delivery.push (message_id, subscription_id, person_id, language, due_at, state, next_at)
                values (?, ?, ?, 'ar', now(), ?, now() + interval '10 days')""").params(whisper, d.id(), d.person(), state).update();
    }

    @Test
    void whatever_happens_to_anybody_the_kept_counts_are_those_of_a_count() {
        Random dice = new Random(20261130);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (int round = 0; round < 6; round++) {
            Instant ends = now.plus(Duration.ofHours(round % 2 == 0 ? 5 : -1));
            UUID whisper = whisper(round % 3 == 2 ? now.minusSeconds(60) : null, ends);
            List<UUID> people = new ArrayList<>();
            List<Device> devices = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                UUID person = Ids.next();
                boolean late = dice.nextInt(6) == 0;
                String suppressed = dice.nextInt(5) == 0
                        ? List.of("opt_out", "cap", "no_channel").get(dice.nextInt(3))
                        : null;
                recipient(whisper, person, suppressed, late ? ends : ends.minusSeconds(60));
                people.add(person);
                for (int k = dice.nextInt(4); suppressed == null && !late && k > 0; k--) {
                    Device d = new Device(Ids.next(), person);
                    devices.add(d);
                    device(whisper, d, DEVICE_STATES.get(dice.nextInt(5)));
                }
            }
            assertSame(whisper);
            for (int i = 0; i < 60; i++) {
                happens(dice, whisper, people, devices);
                if (i % 20 == 0) {
                    fold();
                    assertSame(whisper);
                }
            }
            assertSame(whisper);
        }
    }

    private void happens(Random dice, UUID whisper, List<UUID> people, List<Device> devices) {
        UUID person = people.get(dice.nextInt(people.size()));
        UUID[] some = devices.stream()
                .filter(d -> dice.nextInt(6) == 0)
                .map(Device::id)
                .toArray(UUID[]::new);
        switch (dice.nextInt(5)) {
            case 0 ->
                sql.sql("update whispers.recipient set seen_at = now() where whisper_id = ? and suppressed is null"
                                + " and person_id >= ?")
                        .params(whisper, person)
                        .update();
            case 1 ->
                sql.sql("update whispers.recipient set read_at = now(), seen_at = now() where whisper_id = ?"
                                + " and person_id = ? and suppressed is null")
                        .params(whisper, person)
                        .update();
            case 2 ->
                sql.sql("update delivery.push set state = ? where message_id = ? and subscription_id = any(?)")
                        .params(DEVICE_STATES.get(dice.nextInt(5)), whisper, some)
                        .update();
            case 3 ->
                sql.sql("update delivery.push set confirmed_at = now(), opened_at = case when ? then now() end"
                                + " where message_id = ? and subscription_id = any(?)")
                        .params(dice.nextBoolean(), whisper, some)
                        .update();
            default -> {
                Device first = devices.get(dice.nextInt(devices.size()));
                Device more = new Device(Ids.next(), first.person());
                devices.add(more);
                device(whisper, more, DEVICE_STATES.get(dice.nextInt(5)));
            }
        }
    }

    private void fold() {
        tallies.fold();
        sql.sql("select 1").query(Integer.class).single();
    }

    @Test
    void two_devices_of_one_person_that_move_at_once_are_counted_as_one_person() throws Exception {
        UUID whisper = whisper(null, Instant.now().plus(Duration.ofHours(5)));
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID person = Ids.next();
            recipient(whisper, person, null, Instant.now());
            for (int k = 0; k < 2; k++) {
                Device d = new Device(Ids.next(), person);
                devices.add(d);
                device(whisper, d, "sending");
            }
        }
        List<Callable<Object>> all = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int mine = half;
            for (String to : List.of("accepted", "queued", "failed", "accepted", "expired")) {
                all.add(() -> move(whisper, devices, mine, to));
                all.add(() -> {
                    tallies.fold();
                    return "";
                });
            }
        }
        try (var hands = Executors.newFixedThreadPool(6)) {
            for (var done : hands.invokeAll(all)) {
                done.get();
            }
        }
        assertSame(whisper);
    }

    /** Every second device, slowly, so that the two halves stand open at once. */
    private Object move(UUID whisper, List<Device> devices, int half, String to) {
        UUID[] mine = devices.stream()
                .filter(d -> devices.indexOf(d) % 2 == half)
                .map(Device::id)
                .toArray(UUID[]::new);
        transaction.executeWithoutResult(t -> {
            sql.sql("update delivery.push set state = ? where message_id = ? and subscription_id = any(?)")
                    .params(to, whisper, mine)
                    .update();
            java.util.concurrent.locks.LockSupport.parkNanos(30_000_000);
        });
        return "";
    }

    @Test
    void while_pushes_are_queued_those_who_were_passed_have_no_channel_and_the_others_still_wait() {
        UUID whisper = whisper(null, Instant.now().plus(Duration.ofHours(5)));
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            people.add(Ids.next());
            boolean late = i == 2;
            recipient(
                    whisper,
                    people.get(i),
                    i == 1 ? "cap" : null,
                    late ? Instant.now().plus(Duration.ofDays(1)) : Instant.now());
        }
        sql.sql("update whispers.whisper set pushed_at = null where id = ?")
                .param(whisper)
                .update();
        assertSame(whisper);
        for (int upTo : List.of(3, 6)) {
            device(whisper, new Device(Ids.next(), people.get(upTo)), "queued");
            rows.pushed(whisper, people.get(upTo), 1, clock.instant());
            assertSame(whisper);
        }
        rows.pushed(whisper, null, 0, clock.instant());
        assertSame(whisper);
    }

    @Test
    void what_is_sent_seen_read_and_taken_back_is_counted_as_the_desk_sees_it() {
        String place = given.place();
        List<Given.Actor> members = whispers.members(place, 4);
        Given.Actor officer = given.actor(Role.COMMUNICATIONS_OFFICER);
        whispers.prefer(members.get(3), null, null, "Asia/Dubai", "{volunteering}");
        UUID whisper = whispers.sent(officer, place);
        assertSame(whisper);
        steps.take(members.get(0).viewer(), List.of(new ReachedStep(whisper, ReachedStep.Kind.SEEN, Instant.now())));
        steps.take(members.get(1).viewer(), List.of(new ReachedStep(whisper, ReachedStep.Kind.READ, Instant.now())));
        steps.take(members.get(1).viewer(), List.of(new ReachedStep(whisper, ReachedStep.Kind.READ, Instant.now())));
        assertSame(whisper);
        assertThat(states.count(officer.viewer(), whisper))
                .contains(
                        new RecipientCount("app", "eligible", "", 1),
                        new RecipientCount("app", "read", "", 1),
                        new RecipientCount("app", "seen", "", 1),
                        new RecipientCount("app", "suppressed", "opt_out", 1),
                        new RecipientCount("push", "suppressed", "no_channel", 3));
        sending.recall(officer.viewer(), whisper);
        assertSame(whisper);
    }
}
