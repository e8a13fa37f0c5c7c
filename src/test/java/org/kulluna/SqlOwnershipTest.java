package org.kulluna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A capability's SQL names its own tables, and of others only the views they publish. */
class SqlOwnershipTest {
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:from|join|into|update|using)\\s+(?:only\\s+)?([a-z]+)\\.([a-z_]+)\\b");
    private static final Pattern VIEW = Pattern.compile("create or replace view ([a-z]+\\.[a-z_]+)");

    @Test
    void sql_reads_its_own_schema_and_published_views_only() throws Exception {
        // The mark is read before anything else of the house is up.
        Set<String> views = new TreeSet<>(Set.of("people.demo_mark"));
        Set<String> schemas = new TreeSet<>();
        for (Path file : files(Path.of("src/main/resources/db/migration"), ".sql")) {
            String text = Files.readString(file);
            VIEW.matcher(text).results().forEach(m -> views.add(m.group(1)));
            Pattern.compile("create schema ([a-z]+)").matcher(text).results().forEach(m -> schemas.add(m.group(1)));
        }
        List<String> trespass = new ArrayList<>();
        for (Path file : files(Path.of("src/main/java/org/kulluna"), ".java")) {
            String room = file.getParent().getFileName().toString();
            if (room.equals("demo")) {
                continue; // the invented programme is written by COPY into every room's tables, once, before anybody
                // lives there
            }
            NAMED.matcher(Files.readString(file)).results().forEach(m -> {
                String schema = m.group(1);
                if (schemas.contains(schema) && !schema.equals(room) && !views.contains(schema + "." + m.group(2))) {
                    trespass.add(file.getFileName() + " reads " + schema + "." + m.group(2));
                }
            });
        }
        assertThat(trespass).isEmpty();
    }

    private static List<Path> files(Path root, String ending) throws Exception {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
