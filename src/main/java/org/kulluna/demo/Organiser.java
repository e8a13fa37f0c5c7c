package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kulluna.shared.Time;

/** Plans shifts from the templates: where, when, how many seats, who leads. */
final class Organiser {
    private final Templates templates;
    private final Land land;
    private final Officers officers;
    private final Instant latest;
    private final Dice dice;
    /** A need stays with a few places, so that an opportunity has several shifts. */
    private static final int HOSTS = 5;

    private final Map<String, List<Land.Spot>> hosts = new HashMap<>();
    private final Map<UUID, List<DemoShift>> led = new HashMap<>();
    private final Map<String, DemoShift.Need> needs = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param latest nothing was published after it */
    Organiser(Templates templates, Land land, Officers officers, Instant latest, Dice dice) {
        this.templates = templates;
        this.land = land;
        this.officers = officers;
        this.latest = latest;
        this.dice = dice;
    }

    Templates.Template templateOn(LocalDate day) {
        return templates.on(day).draw(dice);
    }

    /** Where it belongs; else in its unit's region, or anywhere for branches and partners that serve the whole emirate. */
    Land.Spot venue(Templates.Template t) {
        if (!t.places().isEmpty()) {
            return land.spot(dice.pick(t.places()));
        }
        return dice.pick(hosts.computeIfAbsent(
                t.code(), c -> Stream.generate(() -> anywhere(t)).limit(HOSTS).toList()));
    }

    private Land.Spot anywhere(Templates.Template t) {
        Land.Owner unit = land.unit(t.unit());
        boolean everywhere = unit.region().equals("abu_dhabi") && !unit.code().startsWith("community-");
        return land.venue(everywhere ? land.region(dice) : unit.region(), dice);
    }

    Land.Spot spot(String code) {
        return land.spot(code);
    }

    /** False when this was planned for that place and day before. */
    boolean take(Templates.Template t, Land.Spot spot, LocalDate day) {
        return taken.add(t.code() + "|" + spot.code() + "|" + day);
    }

    /** An ordinary shift of that day: half an hour earlier or later, shorter or longer than its template. */
    DemoShift onDay(Templates.Template t, Land.Spot spot, LocalDate day) {
        ZonedDateTime start = day.atTime(t.startHour(), 0)
                .atZone(Time.PROGRAMME_ZONE)
                .plusMinutes(dice.pick(List.of(-30, 0, 0, 0, 30, 60)));
        return at(t, spot, start.toInstant());
    }

    DemoShift at(Templates.Template t, Land.Spot spot, Instant start) {
        int minutes = Math.clamp(t.minutes() + dice.pick(List.of(-30, 0, 0, 0, 30)), 90, 540);
        Instant end = start.plus(minutes, ChronoUnit.MINUTES);
        DemoShift.Need need = need(t, spot, start);
        UUID id = dice.id(need.publishedAt());
        UUID leader = leader(t.unit(), start, end);
        DemoShift shift = new DemoShift(id, need, start, end, dice.chance(0.2), leader, seats(t, need.publishedAt()));
        led.computeIfAbsent(leader, l -> new ArrayList<>()).add(shift);
        return shift;
    }

    /** Nobody leads at two places at once while somebody else of the unit is free. */
    private UUID leader(String unit, Instant start, Instant end) {
        List<UUID> free = officers.leaders(unit).stream()
                .filter(l -> led.getOrDefault(l, List.of()).stream()
                        .noneMatch(s -> s.startsAt.minusSeconds(3600).isBefore(end)
                                && start.isBefore(s.endsAt.plusSeconds(3600))))
                .toList();
        return dice.pick(free.isEmpty() ? officers.leaders(unit) : free);
    }

    /** One opportunity for a place and month, announced before the month: its shifts belong together. */
    private DemoShift.Need need(Templates.Template t, Land.Spot spot, Instant start) {
        YearMonth month = YearMonth.from(start.atZone(Time.PROGRAMME_ZONE));
        return needs.computeIfAbsent(t.code() + "|" + spot.code() + "|" + month, key -> {
            Instant published = month.atDay(1)
                    .minusDays(dice.between(8, 20))
                    .atTime(9, 0)
                    .atZone(Time.PROGRAMME_ZONE)
                    .toInstant()
                    .plusSeconds(dice.between(0, 21_600));
            Instant by = published.isAfter(latest) ? latest.minusSeconds(dice.between(0, 600_000)) : published;
            return new DemoShift.Need(dice.id(by), t, spot, by);
        });
    }

    private List<DemoShift.Seats> seats(Templates.Template t, Instant published) {
        int seats = dice.between((t.peopleMin() + t.peopleMax()) / 2, t.peopleMax());
        List<DemoShift.Seats> roles = new ArrayList<>();
        int left = seats;
        List<Templates.RoleName> names = templates.roles(t.kind());
        for (int i = 0; i < names.size() && left > 0; i++) {
            boolean last = i == names.size() - 1 || seats < 6;
            int here = last ? left : Math.max(1, seats * names.get(i).share() / 100);
            int minimum = Math.max(1, Math.min(here, t.peopleMin() * here / seats));
            roles.add(new DemoShift.Seats(dice.id(published), names.get(i).name(), minimum, here));
            left -= here;
        }
        return roles;
    }
}
