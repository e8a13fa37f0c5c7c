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
import org.kulluna.shared.Time;

/** Plans shifts from the templates: where, when, how many seats, who leads. */
final class Organiser {
    private final Templates templates;
    private final Land land;
    private final Officers officers;
    private final Dice dice;
    private final Map<String, DemoShift.Need> needs = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Organiser(Templates templates, Land land, Officers officers, Dice dice) {
        this.templates = templates;
        this.land = land;
        this.officers = officers;
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
    DemoShift onDay(Templates.Template t, Land.Spot spot, LocalDate day, Instant publishedBy) {
        ZonedDateTime start = day.atTime(t.startHour(), 0)
                .atZone(Time.PROGRAMME_ZONE)
                .plusMinutes(dice.pick(List.of(-30, 0, 0, 0, 30, 60)));
        return at(t, spot, start.toInstant(), publishedBy);
    }

    DemoShift at(Templates.Template t, Land.Spot spot, Instant start, Instant publishedBy) {
        int minutes = Math.clamp(t.minutes() + dice.pick(List.of(-30, 0, 0, 0, 30)), 90, 540);
        Instant published = start.minus(dice.between(8, 24), ChronoUnit.DAYS);
        if (published.isAfter(publishedBy)) {
            published = publishedBy.minus(dice.between(30, 12_000), ChronoUnit.MINUTES);
        }
        DemoShift.Need need = need(t, spot, start, published);
        return new DemoShift(
                dice.id(published),
                need,
                start,
                start.plus(minutes, ChronoUnit.MINUTES),
                dice.chance(0.2),
                dice.pick(officers.leaders(t.unit())),
                seats(t, published));
    }

    /** One opportunity for a place and month: its shifts are announced together. */
    private DemoShift.Need need(Templates.Template t, Land.Spot spot, Instant start, Instant published) {
        String key = t.code() + "|" + spot.code() + "|" + YearMonth.from(start.atZone(Time.PROGRAMME_ZONE));
        DemoShift.Need known = needs.get(key);
        if (known != null && !known.publishedAt().isAfter(published)) {
            return known;
        }
        UUID id = dice.id(published);
        DemoShift.Need need = new DemoShift.Need(id, t, spot, published);
        needs.put(key, need);
        return need;
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
