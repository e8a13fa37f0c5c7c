package org.kulluna.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Heads of the chains, signed (Ed25519) into a file beside the database: whoever rewrites or cuts the tables, even with
 * the chains' key, leaves them at odds with it. One line a head: instant, chain, number, MAC in hex, link to the line
 * before (so that no line can be taken out), signature in base64. Keep copies of this file elsewhere.
 *
 * <p>Only a house that serves signs. A console command never does: it would bless what it is to verify.
 */
@Component
class HeadsFile {
    /**
     * What the file says: number to MAC by chain.
     *
     * @param begun instant of its first line, null when there is none
     * @param forgedLines whose signature is not ours
     * @param cutLines that do not follow the line before them
     */
    record Anchors(
            @Nullable Instant begun,
            Map<Integer, TreeMap<Long, String>> byChain,
            List<Integer> forgedLines,
            List<Integer> cutLines) {
        static final Anchors NONE = new Anchors(null, Map.of(), List.of(), List.of());
    }

    private static final Logger LOG = LoggerFactory.getLogger(HeadsFile.class);

    private final AuditRows rows;
    private final Keys keys;
    private final Clock clock;
    private final Path file;
    private final boolean signs;

    @Autowired
    HeadsFile(
            AuditRows rows,
            Keys keys,
            Clock clock,
            @Value("${kulluna.data:./data}") String data,
            Environment environment) {
        this(rows, keys, clock, data, !environment.matchesProfiles("command"));
    }

    HeadsFile(AuditRows rows, Keys keys, Clock clock, String data, boolean signs) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
        this.file = Path.of(data).resolve("audit-heads");
        this.signs = signs;
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
            if (signs) {
                write();
            }
        } catch (RuntimeException e) {
            LOG.error("the heads of the audit chains were not written to {}", file, e);
        }
    }

    /** Adds a line for each chain that moved since its last line. */
    synchronized void write() {
        Map<Integer, TreeMap<Long, String>> known = read().byChain();
        Instant now = clock.instant();
        StringBuilder lines = new StringBuilder();
        String last = Files.exists(file) && !lines().isEmpty() ? lines().getLast() : "";
        for (AuditRows.Head head : rows.listHeads()) {
            TreeMap<Long, String> before = known.getOrDefault(head.chain(), new TreeMap<>());
            if (head.number() > 0 && !before.containsKey(head.number())) {
                last = line(now, head, last);
                lines.append(last).append('\n');
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    lines,
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param before the line before it, empty for the first */
    String line(Instant now, AuditRows.Head head, String before) {
        String said = now + " " + head.chain() + " " + head.number() + " "
                + HexFormat.of().formatHex(head.mac()) + " " + linkTo(before);
        byte[] signature = keys.sign(said.getBytes(StandardCharsets.US_ASCII));
        return said + " " + Base64.getEncoder().encodeToString(signature);
    }

    private static String linkTo(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return line.isEmpty() ? "-" : HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Anchors read() {
        return Files.exists(file) ? parse(lines()) : Anchors.NONE;
    }

    Anchors parse(List<String> lines) {
        Map<Integer, TreeMap<Long, String>> byChain = new HashMap<>();
        List<Integer> forged = new ArrayList<>();
        List<Integer> cut = new ArrayList<>();
        Instant begun = null;
        for (int i = 0; i < lines.size(); i++) {
            String[] p = lines.get(i).split(" ");
            if (!isOurs(lines.get(i), p)) {
                forged.add(i + 1);
                continue;
            }
            begun = begun == null ? Instant.parse(p[0]) : begun;
            byChain.computeIfAbsent(Integer.parseInt(p[1]), c -> new TreeMap<>())
                    .put(Long.parseLong(p[2]), p[3]);
            // Lines of the first form carried no link.
            if (p.length == 6 && !p[4].equals(linkTo(i == 0 ? "" : lines.get(i - 1)))) {
                cut.add(i + 1);
            }
        }
        return new Anchors(begun, byChain, forged, cut);
    }

    private boolean isOurs(String line, String[] parts) {
        if (parts.length < 5
                || parts.length > 6
                || !parts[1].matches("[0-9]{1,6}")
                || !parts[2].matches("[0-9]{1,18}")) {
            return false;
        }
        try {
            byte[] signature = Base64.getDecoder().decode(parts[parts.length - 1]);
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
