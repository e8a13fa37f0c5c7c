package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/** The whispers of the demo as written in its sheets: those of 2022 by their day, the others by days from now. */
final class WhisperSheets {
    private final Instant now;
    private final List<String> neighbours;
    private final Dice dice;
    private final List<NamedCsvRecord> wordings = Sheets.read("demo/whisper-wordings");

    /** @param neighbours home places of the demo accounts, whom the whispers of these days mean */
    WhisperSheets(Instant now, List<String> neighbours, Dice dice) {
        this.now = now;
        this.neighbours = neighbours;
        this.dice = dice;
    }

    List<DemoWhisper> read() {
        return Sheets.read("demo/whispers").stream().map(this::whisper).toList();
    }

    private DemoWhisper whisper(NamedCsvRecord r) {
        String code = r.getField("code");
        Instant at = at(r.getField("day"), r.getField("time"));
        Instant until = at == null ? null : at.plus(Integer.parseInt(r.getField("lasts")), ChronoUnit.DAYS);
        boolean past = at != null && at.isBefore(now);
        Instant written = Objects.requireNonNull(past ? at : now).minus(dice.between(2, 5), ChronoUnit.DAYS);
        boolean here = r.getField("segment").equals("neighbours");
        return new DemoWhisper(
                dice.id(written),
                code,
                r.getField("state"),
                r.getField("unit"),
                r.getField("theme"),
                at,
                until,
                r.getField("segment"),
                here
                        ? DemoAudience.in(neighbours)
                        : DemoAudience.of(list(r, "regions"), list(r, "ages"), list(r, "genders")),
                r.getField("picture"),
                r.getField("urgent_reason"),
                wordings.stream()
                        .filter(w -> w.getField("code").equals(code))
                        .map(w -> new DemoWhisper.Wording(
                                w.getField("language"), w.getField("title"), w.getField("body")))
                        .toList(),
                written);
    }

    /** A day, or days from today; a time of that day, or minutes from now. */
    private @Nullable Instant at(String day, String time) {
        if (day.isEmpty()) {
            return null;
        }
        if (!time.contains(":")) {
            return now.truncatedTo(ChronoUnit.MINUTES).plus(Long.parseLong(time), ChronoUnit.MINUTES);
        }
        LocalDate on = day.length() == 10
                ? LocalDate.parse(day)
                : LocalDate.ofInstant(now, Time.PROGRAMME_ZONE).plusDays(Long.parseLong(day));
        return on.atTime(LocalTime.parse(time)).atZone(Time.PROGRAMME_ZONE).toInstant();
    }

    static List<String> list(NamedCsvRecord r, String field) {
        return r.getField(field).isEmpty()
                ? List.of()
                : List.of(r.getField(field).split(";"));
    }
}
