package org.kulluna.certificates;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.attendance.HouseProcess;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How quickly somebody who checks a certificate is answered while 10,000, 100,000 and a million awards stand in the
 * database. A fixed number of requests a second, each timed from when it was due, so that a slow answer counts for those
 * that waited behind it. Beside it an answer that reads nothing, which tells what the machine itself adds. Nothing is cached: codes are drawn by lot from all of them. Stops by itself. Run by
 * bench/certificates-check.sh; not part of any test run (its name ends otherwise).
 */
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CertificateCheckBench {
    private static final int SECONDS = Integer.getInteger("kulluna.bench.seconds", 10);
    private static final int RATE = Integer.getInteger("kulluna.bench.rate", 100);
    private static final int[] AWARDS = {10_000, 100_000, 1_000_000};
    private static final int PEOPLE = 100_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void checks() throws Exception {
        try (HouseProcess house = new HouseProcess().start()) {
            people(house.sql());
            int before = 0;
            for (int awards : AWARDS) {
                awards(house.sql(), before, awards);
                before = awards;
                List<String> codes = house.sql()
                        .sql("select code from training.award order by random() limit 20000")
                        .query(String.class)
                        .list();
                run(house, codes, "/certificates/%s", before == AWARDS[0] ? 15 : 4);
                report(awards, "the machine: /actuator/health", run(house, List.of(""), "/actuator/health%s", SECONDS));
                report(awards, "page", run(house, codes, "/certificates/%s", SECONDS));
                report(awards, "api", run(house, codes, "/api/v1/certificates/%s", SECONDS));
                report(
                        awards,
                        "signed credential, first time",
                        run(house, codes, "/certificates/%s/credential.json", SECONDS));
                List<String> known = house.sql().sql("""
                                select a.code from training.award a
                                  join certificates.credential c on c.award_id = a.id order by random()""").query(String.class).list();
                report(
                        awards,
                        "signed credential, again",
                        run(house, known, "/certificates/%s/credential.json", SECONDS));
                report(awards, "status list", run(house, List.of("1"), "/certificates/status/%s", SECONDS));
            }
        }
    }

    private static void report(int awards, String what, long[] micros) {
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%,10d awards  %-30s %5d asked  p50 %6.1f ms  p99 %6.1f ms  most %6.1f ms%n",
                awards,
                what,
                micros.length,
                micros[micros.length / 2] / 1000.0,
                micros[(int) (micros.length * 0.99)] / 1000.0,
                micros[micros.length - 1] / 1000.0);
    }

    /** Microseconds from when each request was due to the end of its answer. */
    private long[] run(HouseProcess house, List<String> codes, String path, int seconds) throws Exception {
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < seconds * RATE; i++) {
                long due = begun + i * 1_000_000_000L / RATE;
                String code = codes.get(ThreadLocalRandom.current().nextInt(codes.size()));
                threads.submit(() -> {
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    try {
                        ask(house.port(), path.formatted(code));
                        took.add((System.nanoTime() - due) / 1000);
                    } catch (Exception e) {
                        failed.add(e.toString());
                    }
                    return true;
                });
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(failed.size() + " were not answered, such as " + failed.peek());
        }
        return took.stream().mapToLong(Long::longValue).toArray();
    }

    private void ask(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + path);
        }
    }

    private static void people(JdbcClient sql) {
        sql.sql("""
                insert into units.unit (code, kind, name_ar, name_en, region)
                values ('bench', 'police', 'وحدة', 'Unit', 'abu_dhabi')""").update();
        sql.sql("""
                insert into people.person (id, name_ar, name_en, search, created_at)
                select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'سارة خان ' || n, 'Sara Khan ' || n,
                       '', now() from generate_series(0, :people - 1) n""").param("people", PEOPLE).update();
        sql.sql("""
                insert into training.course (code, title_ar, title_en, level, unit_code, qualification, state, created_at)
                values ('bench', 'دورة', 'Course', 'foundational', 'bench', 'first_aid', 'published', now())""").update();
        sql.sql("""
                insert into training.offering (id, course_code, unit_code, state, maximum, created_at)
                select ('00000000-0000-4000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench', 'bench', 'closed', 10000,
                       now() from generate_series(0, 9999) n""").update();
    }

    /** Every second one was earned in a course, with its place and result; every hundredth was revoked. */
    private static void awards(JdbcClient sql, int from, int to) {
        sql.sql("""
                insert into training.enrolment (id, offering_id, person_id, state, created_at, changed_at)
                select ('00000000-0000-4000-a000-' || lpad(to_hex(n), 12, '0'))::uuid,
                       ('00000000-0000-4000-9000-' || lpad(to_hex(n / 100000 * 1000 + n % 1000), 12, '0'))::uuid,
                       ('00000000-0000-4000-8000-' || lpad(to_hex(n % 100000), 12, '0'))::uuid, 'attended', now(), now()
                  from generate_series(:from, :to - 1, 2) n""").param("from", from).param("to", to).update();
        sql.sql("""
                insert into training.result (id, enrolment_id, offering_id, person_id, state, attended_minutes,
                    planned_minutes, passed, ended_on, course_code, level, unit_code, region, nationality, age_group,
                    gender, recorded_by, recorded_at)
                select gen_random_uuid(), e.id, e.offering_id, e.person_id, 'attended', 240, 240, true, current_date,
                       'bench', 'foundational', 'bench', 'abu_dhabi', 'AE', '26-35', 'female', e.person_id, now()
                  from training.enrolment e
                 where not exists (select from training.result r where r.enrolment_id = e.id)""").update();
        sql.sql("""
                insert into training.award (id, person_id, qualification, valid_from, valid_to, issuer, enrolment_id,
                    recorded_at)
                select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(to_hex(n % 100000), 12, '0'))::uuid,
                       'first_aid', current_date - 400 - n % 300, current_date + n % 900 - 200, 'وحدة',
                       case n % 2 when 0 then ('00000000-0000-4000-a000-' || lpad(to_hex(n), 12, '0'))::uuid end, now()
                  from generate_series(:from, :to - 1) n""").param("from", from).param("to", to).update();
        sql.sql("vacuum analyze").update();
    }
}
