package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Time;

/** Writes the screens with their groups, loops, schedules and last words, and what each of them played. */
final class ScreenWriter {
    /** One that was paired; {@code passers} is how many people pass in an hour. */
    private record Paired(
            UUID id,
            String code,
            String unit,
            Land.Spot spot,
            List<String> languages,
            int passers,
            List<UUID> groups) {}

    private static final Instant SINCE = Instant.parse("2021-11-14T06:00:00Z");
    private final WhisperTables tables;
    private final Officers officers;
    private final Land land;
    private final Instant now;
    private final Dice dice;
    private final List<Paired> paired = new ArrayList<>();
    /** One wall shows one thing: the stretches of {@value #STRETCH} seconds of a screen that are taken. */
    private final Set<String> taken = new HashSet<>();

    private static final int STRETCH = 20;

    ScreenWriter(WhisperTables tables, Officers officers, Land land, Instant now, Dice dice) {
        this.tables = tables;
        this.officers = officers;
        this.land = land;
        this.now = now;
        this.dice = dice;
    }

    void screens() {
        Map<String, UUID> groups = groups();
        for (NamedCsvRecord r : Sheets.read("demo/screens")) {
            UUID group = groups.get(r.getField("group"));
            UUID id = screen(r, group == null ? List.of() : List.of(group));
            if (group != null) {
                tables.grouped.row(group, id);
            }
            if (!r.getField("state").equals("unpaired")) {
                heartbeat(id, r.getField("state"));
            }
        }
        loops(groups);
    }

    private UUID screen(NamedCsvRecord r, List<UUID> groups) {
        UUID id = dice.id(SINCE);
        boolean isPaired = !r.getField("state").equals("unpaired");
        Instant made = isPaired ? SINCE : now.minus(2, ChronoUnit.DAYS);
        Land.Spot spot = land.spot(r.getField("place"));
        List<String> languages = WhisperSheets.list(r, "languages");
        int passers = Integer.parseInt(r.getField("passers"));
        tables.screen.row(
                id,
                r.getField("name_ar"),
                r.getField("name_en"),
                SearchText.stored(r.getField("name_ar"), r.getField("name_en")),
                r.getField("unit"),
                spot.code(),
                r.getField("spot"),
                r.getField("landscape").equals("yes"),
                languages,
                passers,
                isPaired ? key() : null,
                isPaired ? made.plusSeconds(1200) : null,
                isPaired ? officers.person("communications") : null,
                made);
        if (isPaired) {
            paired.add(new Paired(id, r.getField("code"), r.getField("unit"), spot, languages, passers, groups));
        }
        return id;
    }

    /** The hash of a key that nobody has. */
    private byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) dice.between(-128, 127);
        }
        return key;
    }

    private void heartbeat(UUID screen, String state) {
        boolean quiet = state.equals("quiet");
        Instant seen = quiet ? now.minus(26, ChronoUnit.HOURS) : now.minusSeconds(dice.between(2, 55));
        int waiting = quiet ? 0 : dice.between(0, 6);
        tables.heartbeat.row(screen, seen, "1", dice.between(-900, 900), waiting, "whisper", false);
    }

    private Map<String, UUID> groups() {
        Map<String, UUID> groups = new HashMap<>();
        for (NamedCsvRecord r : Sheets.read("demo/screen-groups")) {
            UUID id = dice.id(SINCE);
            groups.put(r.getField("code"), id);
            tables.group.row(id, r.getField("name_ar"), r.getField("name_en"), r.getField("unit"), SINCE);
        }
        return groups;
    }

    /** For each unit with screens one loop that always turns; the groups have one of their own in their hours. */
    private void loops(Map<String, UUID> groups) {
        for (NamedCsvRecord r : Sheets.read("demo/screen-loops")) {
            UUID loop = dice.id(SINCE);
            tables.loop.row(loop, r.getField("name_ar"), r.getField("name_en"), r.getField("unit"), SINCE);
            int position = 0;
            for (String item : WhisperSheets.list(r, "items")) {
                String[] kind = item.split("\\*");
                tables.item.row(dice.id(SINCE), loop, position++, kind[0], kind[1]);
            }
            boolean hours = !r.getField("from").isEmpty();
            tables.schedule.row(
                    dice.id(SINCE),
                    loop,
                    groups.get(r.getField("group")),
                    Integer.parseInt(r.getField("priority")),
                    hours ? r.getField("from") : null,
                    hours ? r.getField("to") : null,
                    SINCE);
        }
    }

    /** What the paired screens played of a whisper, from its sending to its end or to now. */
    void plays(DemoWhisper w) {
        Instant until = w.endsAt().isBefore(now) ? w.endsAt() : now;
        for (Paired s : paired) {
            LocalDate last = LocalDate.ofInstant(until, Time.PROGRAMME_ZONE);
            for (LocalDate day = w.day(); !day.isAfter(last); day = day.plusDays(1)) {
                for (int i = dice.between(12, 22); i > 0; i--) {
                    Instant at = day.atTime(LocalTime.of(dice.between(8, 22), dice.between(0, 59), dice.between(0, 59)))
                            .atZone(Time.PROGRAMME_ZONE)
                            .toInstant();
                    at = at.minusSeconds(at.getEpochSecond() % STRETCH);
                    if (taken.add(s.code() + at.getEpochSecond())
                            && !at.isBefore(w.sentAt())
                            && at.plusSeconds(60).isBefore(until)) {
                        play(s, w, at);
                    }
                }
            }
        }
    }

    private void play(Paired s, DemoWhisper w, Instant at) {
        List<String> languages = s.languages().stream().filter(w::hasLanguage).toList();
        boolean complete = dice.chance(0.975);
        int seconds = complete ? 15 : dice.between(1, 14);
        long offset = dice.between(-900, 900);
        Instant end = at.plusSeconds(seconds);
        tables.play.row(
                dice.id(at),
                s.id(),
                "whisper",
                w.id(),
                1,
                "",
                languages.isEmpty() ? "ar" : dice.pick(languages),
                at.plusMillis(offset),
                end.plusMillis(offset),
                offset,
                at,
                end,
                complete,
                w.isUrgent(),
                String.format(java.util.Locale.ROOT, "%.3f", s.passers() * seconds / 3600.0),
                LocalDate.ofInstant(at, Time.PROGRAMME_ZONE),
                s.unit(),
                s.spot().code(),
                s.spot().region(),
                recorded(end),
                w.theme(),
                s.groups());
    }

    /** A batch a minute; after an outage some hours later. */
    private Instant recorded(Instant end) {
        Instant later = end.plusSeconds(dice.chance(0.97) ? dice.between(5, 60) : dice.between(3_600, 30_000));
        return Objects.requireNonNull(later.isBefore(now) ? later : now);
    }
}
