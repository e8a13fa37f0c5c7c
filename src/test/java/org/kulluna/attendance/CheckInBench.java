package org.kulluna.attendance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.shared.Ids;

/**
 * How many check-ins a second the house takes over HTTP: real bearer token, authorisation, judgement, audit, and an
 * answer only after the commit on disk. Beside it, in turn, the database's own rate: pgbench inserting the same row, one
 * a transaction, and nothing else. Machines differ and are noisy, so the ratio is what is worth quoting. Stops by itself.
 * Run by bench/checkin.sh; not part of any test run (its name ends otherwise).
 */
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CheckInBench {
    private static final int SECONDS = Integer.getInteger("kulluna.bench.seconds", 8);
    private static final int WARM_UP = Integer.getInteger("kulluna.bench.warm-up", 20);
    private static final int ROUNDS = 2;
    private static final Path PGBENCH = Path.of("/usr/bin/pgbench");

    private record Leg(String name, double rate, long[] micros) {
        String said() {
            Arrays.sort(micros);
            return String.format(Locale.ROOT, "%-30s %9.0f rows/s", name, rate)
                    + (micros.length == 0
                            ? ""
                            : String.format(Locale.ROOT, "   p50 %7.1f ms   p99 %7.1f ms", at(0.50), at(0.99)));
        }

        private double at(double part) {
            return micros[(int) (micros.length * part)] / 1000.0;
        }
    }

    private final AtomicInteger next = new AtomicInteger();
    private List<Object[]> pairs = List.of();

    @Test
    void check_ins() throws Exception {
        try (HouseProcess house = new HouseProcess().start()) {
            String token = house.seed(80, 5_000);
            // On a table that was empty a moment ago the database plans for an empty one.
            house.livedBefore(20);
            long before = house.facts();
            pairs = house.sql()
                    .sql("select duty_id, person_id from attendance.expected order by random()")
                    .query((rs, n) -> new Object[] {rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)})
                    .list();
            run("warm-up", house, token, 32, 1, WARM_UP);
            System.out.println();
            for (int connections : new int[] {32, 128}) {
                inTurn(house, token, connections);
            }
            System.out.println(run("house, 8 connections by 100", house, token, 8, 100, SECONDS)
                    .said());
            long facts = house.facts() - before;
            long audited = house.sql()
                    .sql("select count(*) from audit.entry where action = 'attendance.record'")
                    .query(Long.class)
                    .single();
            System.out.println("facts " + facts + ", audited " + audited + (facts == audited ? "" : "  DIFFERENT"));
        }
    }

    /** House and pgbench one after the other, twice, so that a slow minute strikes both. */
    private void inTurn(HouseProcess house, String token, int connections) throws Exception {
        double ours = 0;
        double raw = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Leg leg = run("house, " + connections + " connections", house, token, connections, 1, SECONDS);
            System.out.println(leg.said());
            ours += leg.rate();
            if (Files.isExecutable(PGBENCH)) {
                Leg limit = pgbench(house, connections);
                System.out.println(limit.said());
                raw += limit.rate();
            }
        }
        System.out.println(
                raw == 0
                        ? "pgbench is not here: no comparison"
                        : String.format(
                                Locale.ROOT,
                                "ratio at %d connections            %.2f of pgbench",
                                connections,
                                ours / raw));
    }

    private Leg run(String name, HouseProcess house, String token, int connections, int batch, int seconds)
            throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long begun = System.nanoTime();
        List<Future<long[]>> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> one(house.port(), token, batch, end)));
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        long[] micros = new long[0];
        for (Future<long[]> f : all) {
            long[] more = f.get();
            int at = micros.length;
            micros = Arrays.copyOf(micros, at + more.length);
            System.arraycopy(more, 0, micros, at, more.length);
        }
        return new Leg(name, (long) micros.length * batch / took, micros);
    }

    private long[] one(int port, String token, int batch, long end) throws IOException {
        long[] micros = new long[200_000];
        int n = 0;
        try (RawHttp http = new RawHttp(port, token)) {
            while (System.nanoTime() < end && n < micros.length) {
                List<String> facts = new ArrayList<>(batch);
                for (int i = 0; i < batch; i++) {
                    int at = next.getAndIncrement();
                    if (at >= pairs.size()) {
                        return Arrays.copyOf(micros, n);
                    }
                    facts.add(CrashTest.one(Ids.next(), pairs.get(at)));
                }
                String body = CrashTest.facts(facts);
                long begun = System.nanoTime();
                RawHttp.Answer answer = http.post(body);
                if (answer.status() != 200 || !answer.body().contains("\"recorded\"")) {
                    throw new IllegalStateException(answer.toString());
                }
                micros[n++] = (System.nanoTime() - begun) / 1000;
            }
        }
        return Arrays.copyOf(micros, n);
    }

    private static Leg pgbench(HouseProcess house, int clients) throws IOException, InterruptedException {
        house.sql()
                .sql("create table if not exists public.raw_fact"
                        + " (like attendance.fact including defaults including indexes)")
                .update();
        Path script = Files.createTempFile("checkin", ".sql");
        Files.writeString(script, """
                insert into raw_fact (id, duty_id, person_id, kind, happened_at, means, device, recorded_by, recorded_at)
                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'in', now(), 'kiosk', 'bench',
                        gen_random_uuid(), now());
                """);
        List<String> command = List.of(
                PGBENCH.toString(),
                "-n",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(house.databasePort()),
                "-U",
                "postgres",
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-T",
                String.valueOf(SECONDS),
                "-M",
                "prepared",
                "-f",
                script.toString(),
                "postgres");
        Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        p.waitFor();
        Files.delete(script);
        double rate = said.lines()
                .filter(l -> l.startsWith("tps"))
                .mapToDouble(l -> Double.parseDouble(l.split(" ")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said));
        return new Leg("pgbench, " + clients + " clients", rate, new long[0]);
    }
}
