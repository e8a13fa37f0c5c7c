package org.kulluna.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kulluna.attendance.HouseProcess;
import org.kulluna.shared.Ids;
import org.kulluna.support.ApiClient;

/** An import that the power cut off goes on by itself. */
@Tag("slow")
class ImportCrashTest {
    private static final int ROWS = 3_000;

    @Test
    void kill_9_in_the_middle_of_applying_loses_no_line_and_doubles_none() throws Exception {
        try (HouseProcess house = new HouseProcess().start()) {
            house.seed(1, 1);
            house.sql()
                    .sql(
                            "insert into people.role_grant (id, person_id, role, unit_code, granted_at)"
                                    + " select ?, id, 'UNIT_COORDINATOR', 'gate', now() from people.person where name_en = 'Leader'")
                    .param(Ids.next())
                    .update();
            ApiClient api = house.client();
            String run = "/api/v1/imports/"
                    + api.post("/api/v1/imports", Map.of("unit", "gate", "text", rows()))
                            .body()
                            .path("id")
                            .asString();
            var mapping = Map.of(
                    "columns",
                    Map.of("externalId", "id", "titleEn", "title", "startDate", "day", "startTime", "from"),
                    "defaultPlace",
                    "gate",
                    "defaultPillar",
                    "prevention",
                    "defaultSeats",
                    9,
                    "source",
                    "csv");
            assertThat(api.post(run + "/plan", Map.of("mapping", mapping)).status())
                    .isEqualTo(200);
            CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> api.post(run + "/apply", Map.of()))
                    .exceptionally(e -> null);
            await(() -> count(house, "imports.line where applied_at is not null") > 200);
            house.kill();
            asked.join();
            long done = count(house, "imports.line where applied_at is not null");
            assertThat(done).isLessThan(ROWS);
            assertThat(count(house, "volunteering.opportunity")).isEqualTo(done);
            house.start();
            ApiClient again = house.client();
            await(() -> again.get(run).body().path("state").asString().equals("applied"));
            assertThat(count(house, "volunteering.opportunity")).isEqualTo(ROWS);
            assertThat(count(house, "imports.line where outcome = 'create'")).isEqualTo(ROWS);
        }
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder("id,title,day,from\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(i).append(",Patrol ").append(i).append(",2030-01-05,20:00\n");
        }
        return rows.toString();
    }

    private static long count(HouseProcess house, String from) {
        return house.sql().sql("select count(*) from " + from).query(Long.class).single();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 1200 && !done.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
