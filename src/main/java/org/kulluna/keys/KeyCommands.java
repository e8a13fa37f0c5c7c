package org.kulluna.keys;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kulluna.shared.ConsoleCommand;
import org.kulluna.shared.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@code ./kulluna keys make|show-ids|rotate}. Rotation adds a key and seals every row again in batches; stopped in
 * the middle, the next run goes on. An older key leaves the file only when no row is sealed under it, and never in the
 * run that replaced it: a server may still hold it for a moment.
 */
@Component
class KeyCommands implements ConsoleCommand {
    private static final int BATCH = 500;

    private final KeySource source;
    private final Keys keys;
    private final ObjectProvider<Resealer> resealers;

    KeyCommands(KeySource source, Keys keys, ObjectProvider<Resealer> resealers) {
        this.source = source;
        this.keys = keys;
        this.resealers = resealers;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        Words words = Words.ofThisTerminal();
        Path file = source.file();
        String verb = args.size() == 1 ? args.get(0) : "";
        return switch (verb) {
            case "make" -> file == null ? refuse(words, out, "inline") : make(file, out);
            case "show-ids" -> showIds(words, out);
            case "rotate" -> file == null ? refuse(words, out, "inline") : rotate(file, words, out);
            default -> refuse(words, out, "usage");
        };
    }

    /** Makes the first key file; needs neither the database nor the rest of the house, so the launcher may call it. */
    static int make(Path file, PrintStream out) {
        if (Files.exists(file)) {
            out.println(Words.ofThisTerminal().say("keys.console.exists", Map.of("file", file.toString())));
            return 1;
        }
        KeyRing.fresh().save(file);
        out.println(Words.ofThisTerminal().say("keys.console.made", Map.of("file", file.toString())));
        return 0;
    }

    private int showIds(Words words, PrintStream out) {
        keys.reload();
        Set<String> used = inUse();
        for (String id : source.ring().encryptionIds()) {
            String state = id.equals(keys.newestId()) ? "newest" : used.contains(id) ? "used" : "unused";
            out.println(words.say("keys.console." + state, Map.of("id", id)));
        }
        return 0;
    }

    private int rotate(Path file, Words words, PrintStream out) {
        keys.reload();
        if (keys.newestId().equals(oldestInUse())) {
            dropUnused(file, words, out);
            source.ring().rotated().save(file);
            keys.reload();
            out.println(words.say("keys.console.added", Map.of("id", keys.newestId())));
        } else {
            out.println(words.say("keys.console.resumed", Map.of("id", keys.newestId())));
        }
        for (Resealer resealer : resealers.orderedStream().toList()) {
            long done = 0;
            for (int some = BATCH; some > 0; ) {
                some = resealer.resealSome(BATCH);
                done += some;
            }
            out.println(words.say("keys.console.resealed", Map.of("what", resealer.what(), "count", done)));
        }
        out.println(words.say("keys.console.done", Map.of("id", keys.newestId())));
        return 0;
    }

    private void dropUnused(Path file, Words words, PrintStream out) {
        KeyRing ring = source.ring();
        Set<String> used = inUse();
        for (String id : ring.encryptionIds()) {
            if (!id.equals(keys.newestId()) && !used.contains(id)) {
                ring = ring.without(id);
                out.println(words.say("keys.console.dropped", Map.of("id", id)));
            }
        }
        ring.save(file);
    }

    /** The newest id when no row waits under an older key. */
    private String oldestInUse() {
        return inUse().stream()
                .filter(id -> !id.equals(keys.newestId()))
                .findFirst()
                .orElse(keys.newestId());
    }

    private Set<String> inUse() {
        Set<String> used = new TreeSet<>();
        resealers.orderedStream().forEach(r -> used.addAll(r.keysInUse()));
        return used;
    }

    private static int refuse(Words words, PrintStream out, String key) {
        out.println(words.say("keys.console." + key));
        return 2;
    }
}
