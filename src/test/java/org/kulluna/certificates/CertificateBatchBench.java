package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.attendance.HouseProcess;
import org.kulluna.shared.Ids;
import org.kulluna.support.ApiClient;
import org.kulluna.support.PaperTools;

/**
 * All 7,263 certificates of the half-year in one batch, as a training officer takes them: from a house in a process of its
 * own with the demo's people, over HTTP, down to a file. Cold and then warm. Run by bench/certificates.sh.
 */
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CertificateBatchBench {
    private static final int CERTIFICATES = 7_263;

    @Test
    void one_batch() throws Exception {
        try (HouseProcess house = new HouseProcess()) {
            house.start("--kulluna.demo-load=true", "--kulluna.demo.members=9000");
            UUID offering = graduate(house);
            house.kill();
            house.with("-Xmx160m", "-XX:+UseSerialGC").start();
            System.out.println();
            for (String round : List.of("cold", "warm")) {
                take(house, offering, round);
            }
        }
    }

    /** A course that everybody passed. */
    private static UUID graduate(HouseProcess house) {
        UUID offering = Ids.next();
        house.sql().sql("""
                insert into training.offering (id, course_code, unit_code, state, maximum, created_at)
                select ?, code, unit_code, 'closed', 10000, now() from training.course where code = 'first_aid'""").param(offering).update();
        int placed = house.sql().sql("""
                insert into training.enrolment (id, offering_id, person_id, state, created_at, changed_at)
                select gen_random_uuid(), ?, r.person_id, 'attended', now(), now()
                  from membership.roll r join people.directory d on d.person_id = r.person_id
                 where not d.erased and not d.merged order by r.number limit ?""").params(offering, CERTIFICATES).update();
        assertThat(placed).isEqualTo(CERTIFICATES);
        house.sql().sql("""
                insert into training.result (id, enrolment_id, offering_id, person_id, state, attended_minutes,
                    planned_minutes, passed, ended_on, course_code, level, unit_code, region, nationality, age_group, gender,
                    recorded_by, recorded_at)
                select gen_random_uuid(), e.id, e.offering_id, e.person_id, 'attended', 690, 720, true, date '2022-05-24',
                       o.course_code, 'foundational', o.unit_code, 'abu_dhabi', 'AE', '25-34', 'female', e.person_id, now()
                  from training.enrolment e join training.offering o on o.id = e.offering_id where o.id = ?""").param(offering).update();
        house.sql().sql("""
                insert into training.award (id, person_id, qualification, valid_from, valid_to, recorded_at, enrolment_id)
                select gen_random_uuid(), e.person_id, 'first_aid', date '2022-05-24', date '2024-05-23', now(), e.id
                  from training.enrolment e where e.offering_id = ?""").param(offering).update();
        house.sql().sql("analyze").update();
        return offering;
    }

    private static void take(HouseProcess house, UUID offering, String round) throws Exception {
        String token = new ApiClient(house.port())
                .post("/api/v1/tokens", Map.of("username", "training", "password", "kulluna-demo"))
                .body()
                .path("token")
                .asString();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port()
                        + "/api/v1/certificates/offerings/" + offering + "/certificates.zip"))
                .header("Authorization", "Bearer " + token)
                .build();
        Path file = Files.createTempFile("certificates", ".zip");
        try (HttpClient http = HttpClient.newHttpClient()) {
            long begun = System.nanoTime();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.ofFile(file)).statusCode();
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertThat(status).isEqualTo(200);
            inspect(file);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d certificates in %.1f s, %.0f a second, %d kB each, peak memory of the house %d MB%n",
                    round,
                    CERTIFICATES,
                    seconds,
                    CERTIFICATES / seconds,
                    Files.size(file) / CERTIFICATES / 1024,
                    house.peakMegabytes());
        } finally {
            Files.delete(file);
        }
    }

    /** Every one is there, and some are looked into. */
    private static void inspect(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> all = zip.stream().toList();
            assertThat(all).hasSize(CERTIFICATES);
            for (int i = 0; i < all.size(); i += 1_000) {
                try (InputStream in = zip.getInputStream(all.get(i))) {
                    byte[] pdf = in.readAllBytes();
                    String name = all.get(i).getName().replaceAll("^\\d+ |\\.pdf$", "");
                    assertThat(PaperTools.letters(pdf)).contains(name);
                    assertThat(PaperTools.faults(pdf)).isEmpty();
                }
            }
        }
    }
}
