package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Time;

/** What members reported: about 27 a day among 54,142 of them, in the half-year and in these days. */
final class Watch {
    private static final double A_DAY = 27.0 / 54_142;
    private static final Map<String, String> UNITS = Map.of(
            "abu_dhabi", "community-abu-dhabi", "al_ain", "community-al-ain", "al_dhafra", "community-al-dhafra");

    private record Story(NamedCsvRecord row) {
        String field(String name) {
            return row.getField(name);
        }

        int number(String name) {
            return Integer.parseInt(row.getField(name));
        }
    }

    private final IncidentTables tables;
    private final Officers officers;
    private final Land land;
    private final Instant now;
    private final Dice dice;
    private final Lots<Story> stories = new Lots<>();

    Watch(Tables tables, Officers officers, Land land, Instant now, Dice dice) {
        this.tables = new IncidentTables(tables.copies);
        this.officers = officers;
        this.land = land;
        this.now = now;
        this.dice = dice;
        for (NamedCsvRecord r : Sheets.read("demo/reports")) {
            stories.add(new Story(r), Double.parseDouble(r.getField("weight")));
        }
    }

    /** @param known the member with an account, who sent a few of these days */
    void write(List<DemoMember> roll, DemoMember known) {
        List<DemoMember> watchful = roll.stream()
                .filter(m -> !m.student && m.standing.status().equals("active"))
                .toList();
        List<DemoMember> then = watchful.stream()
                .filter(m -> m.acceptedAt.isBefore(
                        HalfYear.FROM.atStartOfDay(Time.PROGRAMME_ZONE).toInstant()))
                .toList();
        for (LocalDate day = HalfYear.FROM; !day.isAfter(HalfYear.TO); day = day.plusDays(1)) {
            day(day, then, roll.size());
        }
        LocalDate today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        for (LocalDate day = today.minusDays(6); !day.isAfter(today); day = day.plusDays(1)) {
            day(day, watchful, roll.size());
        }
        for (int i = 1; i <= 3; i++) {
            report(known, now.minus(Duration.ofHours(26L * i)));
        }
    }

    private void day(LocalDate day, List<DemoMember> watchful, int members) {
        Instant midnight = day.atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
        int many = Math.max(2, dice.around(A_DAY * members, Math.sqrt(A_DAY * members), 0, 1000));
        for (int i = 0; i < many; i++) {
            Instant at = midnight.plusSeconds(dice.between(6 * 3600, 24 * 3600 - 1));
            if (at.isBefore(now)) {
                report(dice.pick(watchful), at);
            }
        }
    }

    private void report(DemoMember by, Instant receivedAt) {
        Story story = stories.draw(dice);
        UUID id = dice.id(receivedAt);
        UUID reporter = by.who.id();
        Land.Spot spot = land.venue(by.who.homeRegion(), dice);
        Instant due = receivedAt.plus(Duration.ofMinutes(story.number("within")));
        Instant answered = receivedAt.plusSeconds((long) (60 * story.number("within") * 0.4 * dice.times(0.8)));
        Instant closed = answered.plusSeconds((long) (3600 * 5 * dice.times(1.0)));
        String end = dice.chance(0.7) ? "resolved" : dice.chance(0.6) ? "no_action" : "referred";
        boolean isAnswered = answered.isBefore(now);
        boolean isClosed = closed.isBefore(now);
        String state = isClosed ? end : isAnswered ? "assigned" : "received";
        tables.report.row(
                id,
                receipt(),
                story.field("category"),
                story.field("subject"),
                story.field("pillar"),
                spot.code(),
                spot.region(),
                story.field("spot"),
                receivedAt.minusSeconds(dice.between(60, 1500)),
                story.field("body"),
                SearchText.stored(story.field("body"), story.field("spot")),
                state,
                story.number("urgency"),
                isAnswered ? UNITS.get(spot.region()) : null,
                reporter,
                dice.chance(0.15),
                receivedAt,
                due,
                isAnswered ? answered : null,
                isClosed ? closed : null);
        entry(id, "received", null, null, reporter, receivedAt);
        if (isAnswered) {
            weigh(id, story.number("urgency"), answered);
            entry(id, "assigned", "assigned", UNITS.get(spot.region()), officer(), answered);
        }
        if (isClosed) {
            entry(id, "moved", end, null, officer(), closed);
        }
    }

    /** In the letters of the house's own receipts, which leave out what is mistaken for a digit: so the desk finds it. */
    private String receipt() {
        return dice.token()
                .substring(0, 21)
                .replace('I', '8')
                .replace('L', '9')
                .replace('O', '2')
                .replace('U', '3');
    }

    private UUID officer() {
        return officers.person("duty");
    }

    private void entry(UUID report, String kind, @Nullable String state, @Nullable String unit, UUID by, Instant at) {
        tables.entry.row(dice.id(at), report, kind, state, unit, true, "", by, at);
    }

    private void weigh(UUID report, int urgency, Instant at) {
        int high = 4 - urgency;
        tables.assessment.row(
                dice.id(at),
                report,
                dice.between(0, high),
                high,
                dice.between(0, high),
                dice.between(0, 2),
                dice.between(0, high),
                dice.between(0, 2),
                urgency,
                officer(),
                at);
    }
}
