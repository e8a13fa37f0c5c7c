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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;

/**
 * How many check-ins a second the house takes over HTTP: real bearer token, authorisation, judgement, audit, and an
 * answer only after the commit on disk. Run by bench/checkin.sh; not part of any test run (its name ends otherwise).
 */
@Tag("bench")
class CheckInBench {
    private static final int SECONDS = Integer.getInteger("kulluna.bench.seconds", 10);
    private static final int WARM_UP = Integer.getInteger("kulluna.bench.warm-up", 20);

    private record Leg(String name, long rows, double seconds, long[] micros) {
        String said() {
            Arrays.sort(micros);
            return String.format(
                    Locale.ROOT,
                    "%-28s %9.0f rows/s   p50 %7.1f ms   p99 %7.1f ms",
                    name,
                    rows / seconds,
                    micros.length == 0 ? 0 : micros[micros.length / 2] / 1000.0,
                    micros.length == 0 ? 0 : micros[(int) (micros.length * 0.99)] / 1000.0);
        }
    }

    private final AtomicInteger next = new AtomicInteger();
    private List<Object[]> pairs = List.of();

    @Test
    void check_ins() throws Exception {
        try (HouseProcess house = new HouseProcess().start()) {
            String token = house.seed(80, 5_000);
            pairs = house.sql()
                    .sql("select duty_id, person_id from attendance.expected order by random()")
                    .query((rs, n) -> new Object[] {rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)})
                    .list();
            run("warm-up", house, token, 32, 1, WARM_UP);
            List<Leg> legs = new ArrayList<>();
            legs.add(run("single, 32 connections", house, token, 32, 1, SECONDS));
            String raw32 = pgbench(house, 32);
            legs.add(run("single, 128 connections", house, token, 128, 1, SECONDS));
            legs.add(run("100 a request, 8 connections", house, token, 8, 100, SECONDS));
            System.out.println();
            legs.forEach(l -> System.out.println(l.said()));
            System.out.println(raw32);
            long facts = house.sql()
                    .sql("select count(*) from attendance.fact")
                    .query(Long.class)
                    .single();
            long audited = house.sql()
                    .sql("select count(*) from audit.entry where action = 'attendance.record'")
                    .query(Long.class)
                    .single();
            System.out.println("facts " + facts + ", audited " + audited + (facts == audited ? "" : "  DIFFERENT"));
        }
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
        return new Leg(name, (long) micros.length * batch, took, micros);
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

    /** The database's own limit in the same minute: one row a transaction over 32 connections, nothing else. */
    private static String pgbench(HouseProcess house, int clients) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/pgbench"))) {
            return "pgbench is not here: no comparison";
        }
        house.sql()
                .sql(
                        "create table if not exists public.raw_fact (like attendance.fact including defaults including indexes)")
                .update();
        Path script = Files.createTempFile("checkin", ".sql");
        Files.writeString(script, """
                insert into raw_fact (id, duty_id, person_id, kind, happened_at, means, recorded_by, recorded_at)
                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'in', now(), 'tap', gen_random_uuid(), now());
                """);
        Process p = new ProcessBuilder(
                        "/usr/bin/pgbench",
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
                        "postgres")
                .redirectErrorStream(true)
                .start();
        String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        p.waitFor();
        return said.lines()
                .filter(l -> l.startsWith("tps"))
                .findFirst()
                .map(l -> "pgbench, 32 clients          " + l)
                .orElse("pgbench failed: " + said.lines().reduce((a, b) -> b).orElse(""));
    }
}
