package org.kulluna.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kulluna.keys.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Heads of the chains, signed (Ed25519) into a file beside the database: whoever rewrites or cuts the tables, even with
 * the chains' key, leaves them at odds with it. One line a head: instant, chain, number, MAC in hex, signature in base64.
 * Keep copies of this file elsewhere.
 */
@Component
class HeadsFile {
    /** What the file says: number to MAC by chain, and the lines whose signature is not ours. */
    record Anchors(boolean present, Map<Integer, TreeMap<Long, String>> byChain, List<Integer> forgedLines) {}

    private static final Logger LOG = LoggerFactory.getLogger(HeadsFile.class);

    private final AuditRows rows;
    private final Keys keys;
    private final Clock clock;
    private final Path file;

    HeadsFile(AuditRows rows, Keys keys, Clock clock, @Value("${kulluna.data:./data}") String data) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
        this.file = Path.of(data).resolve("audit-heads");
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        tryToWrite();
    }

    @EventListener(ContextClosedEvent.class)
    void atStop() {
        tryToWrite();
    }

    @Scheduled(cron = "0 10 0 * * *", zone = "Asia/Dubai")
    void daily() {
        tryToWrite();
    }

    private void tryToWrite() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.error("the heads of the audit chains were not written to {}", file, e);
        }
    }

    /** Adds a line for each chain that moved since its last line. */
    synchronized void write() {
        Map<Integer, TreeMap<Long, String>> known = read().byChain();
        Instant now = clock.instant();
        StringBuilder lines = new StringBuilder();
        for (AuditRows.Head head : rows.listHeads()) {
            TreeMap<Long, String> before = known.getOrDefault(head.chain(), new TreeMap<>());
            if (head.number() > 0 && !before.containsKey(head.number())) {
                lines.append(line(now, head)).append('\n');
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, lines, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String line(Instant now, AuditRows.Head head) {
        String said = now + " " + head.chain() + " " + head.number() + " "
                + HexFormat.of().formatHex(head.mac());
        byte[] signature = keys.sign(said.getBytes(StandardCharsets.US_ASCII));
        return said + " " + Base64.getEncoder().encodeToString(signature);
    }

    Anchors read() {
        return Files.exists(file) ? parse(lines()) : new Anchors(false, Map.of(), List.of());
    }

    Anchors parse(List<String> lines) {
        Map<Integer, TreeMap<Long, String>> byChain = new HashMap<>();
        List<Integer> forged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] p = lines.get(i).split(" ");
            if (isOurs(lines.get(i), p)) {
                byChain.computeIfAbsent(Integer.parseInt(p[1]), c -> new TreeMap<>())
                        .put(Long.parseLong(p[2]), p[3]);
            } else if (!lines.get(i).isBlank()) {
                forged.add(i + 1);
            }
        }
        return new Anchors(true, byChain, forged);
    }

    private boolean isOurs(String line, String[] parts) {
        if (parts.length != 5 || !parts[1].matches("[0-9]{1,6}") || !parts[2].matches("[0-9]{1,18}")) {
            return false;
        }
        try {
            byte[] signature = Base64.getDecoder().decode(parts[4]);
            String said = line.substring(0, line.lastIndexOf(' '));
            return keys.isSigned(said.getBytes(StandardCharsets.UTF_8), signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
