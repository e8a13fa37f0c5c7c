package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;

/** What was answered is on disk, whatever happens to the process a moment later. */
@Tag("slow")
class CrashTest {
    @Test
    void kill_9_in_the_middle_of_check_ins_loses_none_that_was_answered() throws Exception {
        try (HouseProcess house = new HouseProcess().start()) {
            String token = house.seed(10, 400);
            Queue<Object[]> pairs = new ConcurrentLinkedQueue<>(house.sql()
                    .sql("select duty_id, person_id from attendance.expected")
                    .query((rs, n) -> new Object[] {rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)})
                    .list());
            Set<UUID> answered = ConcurrentHashMap.newKeySet();
            try (var threads = Executors.newFixedThreadPool(16)) {
                for (int i = 0; i < 16; i++) {
                    threads.submit(() -> checkIn(house.port(), token, pairs, answered));
                }
                while (answered.size() < 200) {
                    Thread.sleep(5);
                }
                house.kill();
            }
            Set<UUID> kept = Set.copyOf(house.sql()
                    .sql("select id from attendance.fact")
                    .query((rs, n) -> rs.getObject(1, UUID.class))
                    .list());
            assertThat(answered).hasSizeGreaterThanOrEqualTo(200);
            assertThat(kept).containsAll(answered);
            Integer audited = house.sql()
                    .sql("select count(*) from audit.entry where action = 'attendance.record'")
                    .query(Integer.class)
                    .single();
            assertThat(audited).isEqualTo(kept.size());
            house.start();
            try (RawHttp again = new RawHttp(house.port(), house.token())) {
                Object[] pair = pairs.remove();
                assertThat(again.post(fact(Ids.next(), pair)).body()).contains("recorded");
            }
        }
    }

    private static void checkIn(int port, String token, Queue<Object[]> pairs, Set<UUID> answered) {
        try (RawHttp http = new RawHttp(port, token)) {
            for (Object[] pair = pairs.poll(); pair != null; pair = pairs.poll()) {
                UUID id = Ids.next();
                RawHttp.Answer answer = http.post(fact(id, pair));
                if (answer.status() == 200 && answer.body().contains("\"recorded\"")) {
                    answered.add(id);
                }
            }
        } catch (IOException e) {
            // the house was killed: this answer never came
        }
    }

    static String fact(UUID id, Object[] pair) {
        return facts(List.of(one(id, pair)));
    }

    static String facts(List<String> all) {
        return "{\"facts\":[" + String.join(",", all) + "]}";
    }

    static String one(UUID id, Object[] pair) {
        return "{\"id\":\"" + id + "\",\"dutyId\":\"" + pair[0] + "\",\"personId\":\"" + pair[1]
                + "\",\"kind\":\"in\",\"means\":\"kiosk\",\"device\":\"bench\",\"happenedAt\":\"" + Instant.now()
                + "\"}";
    }
}
