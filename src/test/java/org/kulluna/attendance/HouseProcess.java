package org.kulluna.attendance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/**
 * The house as a process of its own on a durable database of its own (fsync on), which a test may kill and a bench may
 * load. Loopback only; everything is gone when it is closed.
 */
public final class HouseProcess implements AutoCloseable {
    private static final String PASSWORD = "a long bench password";

    private final Path folder = Files.createTempDirectory("kulluna-house");
    private final EmbeddedPostgres postgres;
    private @Nullable Process process;
    private int port;
    private List<String> virtualMachine = List.of("-Xmx512m");

    public HouseProcess() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "200")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C")
                .start();
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    int databasePort() {
        return postgres.getPort();
    }

    public int port() {
        return port;
    }

    public JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(url()));
    }

    /** Options of its virtual machine from the next start on. */
    public HouseProcess with(String... options) {
        virtualMachine = List.of(options);
        return this;
    }

    /** The most memory it ever held at once (VmHWM), in megabytes; 0 where the system does not tell. */
    public long peakMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    /** The memory it holds now (VmRSS). */
    public long megabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    private long megabytes(String which) throws IOException {
        Path status = Path.of("/proc/" + (process == null ? 0 : process.pid()) + "/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(l -> l.startsWith(which))
                        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0);
    }

    public HouseProcess start(String... more) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> !p.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                "org.springframework.boot.SpringApplication",
                "--spring.main.sources=org.kulluna.Main",
                "--spring.datasource.url=" + url(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--kulluna.keys-file=" + folder.resolve("keys"),
                "--kulluna.data=" + folder,
                "--kulluna.demo=true",
                "--kulluna.demo-load=false",
                "--kulluna.second-factor=false",
                "--kulluna.secure-cookies=false",
                "--kulluna.rate-limits=false"));
        command.addAll(1, virtualMachine);
        // What is asked for here stands instead of what is usual.
        for (String option : more) {
            command.removeIf(usual -> usual.startsWith(option.replaceFirst("=.*", "=")));
            command.add(option);
        }
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitHealth();
        return this;
    }

    private void awaitHealth() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        for (int i = 0; i < 600; i++) {
            if (process == null || !process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
            try (HttpClient http = HttpClient.newHttpClient()) {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("never healthy: " + Files.readString(folder.resolve("log")));
    }

    /** kill -9: no hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /**
     * A unit with a leader, duties that run now, and people expected at each of them.
     *
     * @return the leader's token
     */
    public String seed(int duties, int people) {
        JdbcClient sql = sql();
        UUID leader = Ids.next();
        UUID account = Ids.next();
        sql.sql(
                        "insert into places.place (code, name_ar, name_en, region, lat, lng) values ('gate', 'حي', 'Place', 'abu_dhabi', 24.4, 54.4)")
                .update();
        sql.sql(
                        "insert into units.unit (code, kind, name_ar, name_en, region) values ('gate', 'police', 'وحدة', 'Unit', 'abu_dhabi')")
                .update();
        sql.sql("insert into people.person (id, name_ar, name_en, created_at) values (?, 'قائد', 'Leader', now())")
                .param(leader)
                .update();
        sql.sql(
                        "insert into people.account (id, person_id, username, password_hash, created_at) values (?, ?, 'gateleader', ?, now())")
                .params(account, leader, hash())
                .update();
        sql.sql(
                        "insert into people.role_grant (id, person_id, role, unit_code, granted_at) values (?, ?, 'SHIFT_LEADER', 'gate', now())")
                .params(Ids.next(), leader)
                .update();
        sql.sql("""
                insert into people.person (id, name_ar, name_en, created_at)
                select gen_random_uuid(), 'عضو ' || n, 'Member ' || n, now() from generate_series(1, ?) n""").param(people).update();
        sql.sql("""
                insert into attendance.duty (id, kind, title_ar, title_en, unit_code, pillar, place_code, region, starts_at,
                    ends_at, zone, starts_on)
                select gen_random_uuid(), 'shift', 'دورية ' || n, 'Patrol ' || n, 'gate', 'prevention', 'gate', 'abu_dhabi',
                       now() - interval '30 minutes', now() + interval '4 hours', 'Asia/Dubai', current_date
                  from generate_series(1, ?) n""").param(duties).update();
        sql.sql("""
                insert into attendance.expected (duty_id, person_id)
                select d.id, p.id from attendance.duty d cross join people.person p where p.name_en like 'Member %'""").update();
        sql.sql("analyze").update();
        return api().token();
    }

    /** Somebody who acts everywhere in these roles, whose password is that of everybody here. */
    public UUID account(String username, Role... roles) {
        UUID person = Ids.next();
        JdbcClient sql = sql();
        sql.sql("insert into people.person (id, name_ar, name_en, created_at) values (?, 'ضابط', 'Officer', now())")
                .param(person)
                .update();
        sql.sql("""
                insert into people.account (id, person_id, username, password_hash, created_at)
                values (?, ?, ?, ?, now())""").params(Ids.next(), person, username, hash()).update();
        for (Role role : roles) {
            sql.sql("insert into people.role_grant (id, person_id, role, granted_at) values (?, ?, ?, now())")
                    .params(Ids.next(), person, role.name())
                    .update();
        }
        return person;
    }

    private static String hash() {
        return String.valueOf(new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(PASSWORD));
    }

    /** What a house has that did not open today: duties of the week before, each with everybody's check-in. */
    void livedBefore(int duties) {
        JdbcClient sql = sql();
        sql.sql("""
                insert into attendance.duty (id, kind, title_ar, title_en, unit_code, pillar, place_code, region, starts_at,
                    ends_at, zone, starts_on, claims_made_at)
                select gen_random_uuid(), 'shift', 'دورية ' || n, 'Patrol ' || n, 'gate', 'prevention', 'gate', 'abu_dhabi',
                       now() - interval '7 days', now() - interval '7 days' + interval '4 hours', 'Asia/Dubai',
                       current_date - 7, now()
                  from generate_series(1, ?) n""").param(duties).update();
        sql.sql("""
                insert into attendance.fact (id, duty_id, person_id, kind, happened_at, means, recorded_by, recorded_at)
                select gen_random_uuid(), d.id, p.id, 'in', d.starts_at, 'tap', p.id, d.starts_at
                  from attendance.duty d cross join people.person p
                 where d.ends_at < now() and p.name_en like 'Member %'""").update();
        sql.sql("vacuum analyze").update();
    }

    long facts() {
        return sql().sql("select count(*) from attendance.fact")
                .query(Long.class)
                .single();
    }

    private record Api(String token) {}

    private Api api() {
        var answer = new ApiClient(port)
                .post("/api/v1/tokens", java.util.Map.of("username", "gateleader", "password", PASSWORD));
        return new Api(answer.body().path("token").asString());
    }

    /** A program of the leader's. */
    public ApiClient client() {
        return client("gateleader");
    }

    public ApiClient client(String username) {
        return new ApiClient(port).signIn(username, PASSWORD);
    }

    public String token() {
        return api().token();
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
