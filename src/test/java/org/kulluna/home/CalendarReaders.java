package org.kulluna.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kulluna.support.NodeProject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A calendar as others read it: Debian's khal, and node-ical and ical.js on Node. {@code ./kulluna test} installs them. */
final class CalendarReaders {
    /** @param alarms as the reader writes them */
    record Read(
            String uid,
            String title,
            String place,
            String text,
            String status,
            int sequence,
            Instant starts,
            Instant ends,
            List<String> alarms) {}

    private static final ZoneId HERE = ZoneId.of("Asia/Dubai");

    private CalendarReaders() {}

    /** By the library's name, each in the file's order. */
    static Map<String, List<Read>> byNode(String calendar) {
        try {
            String said = NodeProject.of("calendar").run("read.mjs", calendar);
            Map<String, List<Read>> all = new LinkedHashMap<>();
            JsonMapper.builder()
                    .build()
                    .readTree(said)
                    .properties()
                    .forEach(library -> all.put(library.getKey(), list(library.getValue())));
            return all;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Read> list(JsonNode events) {
        List<Read> all = new ArrayList<>();
        for (JsonNode e : events) {
            List<String> alarms = new ArrayList<>();
            e.path("alarms").forEach(a -> alarms.add(a.asString()));
            all.add(new Read(
                    e.path("uid").asString(),
                    e.path("title").asString(),
                    e.path("place").asString(),
                    e.path("text").asString(),
                    e.path("status").asString(),
                    e.path("sequence").asInt(),
                    Instant.parse(e.path("starts").asString()),
                    Instant.parse(e.path("ends").asString()),
                    alarms));
        }
        return all;
    }

    /** Imported into a fresh khal and listed from it, by time. It tells neither sequence nor alarms. */
    static List<Read> byKhal(String calendar, Instant from, Instant to) {
        try {
            Path home = Files.createTempDirectory("kulluna-khal");
            Files.createDirectories(home.resolve("events"));
            Files.writeString(home.resolve("feed.ics"), calendar);
            Files.writeString(home.resolve("config"), """
                    [calendars]
                    [[kulluna]]
                    path = %s
                    [sqlite]
                    path = %s
                    [locale]
                    local_timezone = Asia/Dubai
                    default_timezone = Asia/Dubai
                    timeformat = %%H:%%M
                    dateformat = %%Y-%%m-%%d
                    longdateformat = %%Y-%%m-%%d
                    datetimeformat = %%Y-%%m-%%d %%H:%%M
                    longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                    """.formatted(home.resolve("events"), home.resolve("khal.db")));
            Map<String, String> env = Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8");
            String config = home.resolve("config").toString();
            run(
                    env,
                    "khal",
                    "-c",
                    config,
                    "import",
                    "--batch",
                    "-a",
                    "kulluna",
                    home.resolve("feed.ics").toString());
            String said = run(
                    env,
                    "khal",
                    "-c",
                    config,
                    "list",
                    "--once",
                    "--day-format",
                    "",
                    "--format",
                    "\u001e{uid}\u001f{start-long}\u001f{end-long}\u001f{title}\u001f{location}\u001f{description}\u001f{status}",
                    day(from),
                    day(to));
            return Arrays.stream(said.split("\u001e"))
                    .filter(line -> line.contains("\u001f"))
                    .map(CalendarReaders::khal)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Read khal(String line) {
        String[] parts = line.split("\u001f", -1);
        String status = parts[6].strip();
        return new Read(parts[0], parts[3], parts[4], parts[5], status, -1, here(parts[1]), here(parts[2]), List.of());
    }

    private static Instant here(String time) {
        return LocalDateTime.parse(time.strip(), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))
                .atZone(HERE)
                .toInstant();
    }

    private static String day(Instant at) {
        return at.atZone(HERE).toLocalDate().toString();
    }

    private static String run(Map<String, String> env, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(env);
        Path fault = Files.createTempFile("kulluna", ".err");
        Process process = builder.redirectError(fault.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said + Files.readString(fault));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return said;
    }
}
