package org.kulluna.home;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to one's own duties and sessions in time, and how they are put into words for a calendar. */
@Component
class Agenda {
    private final AgendaRows rows;
    private final Places places;
    private final Clock clock;

    Agenda(AgendaRows rows, Places places, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.clock = clock;
    }

    /** Not over yet, soonest first. */
    @Transactional(readOnly = true)
    public List<Appointment> listComing(Viewer viewer) {
        return rows.list(viewer.signedIn(), clock.instant());
    }

    /** Everything of that person that ends after {@code since}, in their language. */
    List<CalendarEntry> entries(CalendarRows.Reader reader, Instant since) {
        Words words = Words.in(reader.language());
        Map<String, Place> byCode = places.byCode();
        return rows.list(reader.person(), since).stream()
                .map(a -> CalendarEntry.unsaid(a.id(), content(a, words, byCode)))
                .toList();
    }

    private static CalendarEntry.Content content(Appointment a, Words words, Map<String, Place> places) {
        String language = words.language();
        Place place = places.get(a.place());
        String room = a.room().in(language);
        String at = place == null ? a.place() : place.name().in(language);
        String where = room.isBlank() || at.isBlank()
                ? room + at
                : words.say("home.calendar.where", Map.of("room", room, "place", at));
        List<String> text = new ArrayList<>();
        if (a.waiting()) {
            text.add(words.say("home.calendar.waiting-text"));
        }
        String detail = a.detail().in(language);
        if (!detail.isBlank()) {
            text.add(words.say("home.calendar.detail." + a.kind().text(), Map.of("detail", detail)));
        }
        if (a.kind() == Appointment.Kind.LESSON) {
            text.add(words.say("home.calendar.you-teach"));
        }
        String title = a.title().in(language);
        return new CalendarEntry.Content(
                a.waiting() ? CalendarEntry.TENTATIVE : CalendarEntry.CONFIRMED,
                a.waiting() ? words.say("home.calendar.waiting-title", Map.of("title", title)) : title,
                where,
                String.join("\n", text),
                a.path(),
                a.startsAt(),
                a.endsAt(),
                a.zone());
    }
}
