package org.kulluna.home;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own calendar for programs. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarApi {
    /** @param feedMadeAt null while there is no address; coming is not over yet, soonest first */
    record CalendarJson(@Nullable Instant feedMadeAt, List<Appointment> coming) {}

    /** Shown this once. Whoever has it reads the calendar, in iCalendar (RFC 5545), without signing in. */
    record FeedJson(String address, String webcal) {}

    private final Agenda agenda;
    private final CalendarFeed feed;

    CalendarApi(Agenda agenda, CalendarFeed feed) {
        this.agenda = agenda;
        this.feed = feed;
    }

    @GetMapping
    @Operation(
            operationId = "getCalendar",
            summary = "Your duties and sessions to come (kind DUTY, SESSION or, when you teach it, LESSON).")
    CalendarJson getCalendar(Viewer viewer) {
        return new CalendarJson(feed.findMadeAt(viewer), agenda.listComing(viewer));
    }

    @PostMapping("/feed")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "makeCalendarFeed",
            summary = "Make the private address of your calendar, or make it anew: the one before stops at once.")
    FeedJson makeCalendarFeed(Viewer viewer, HttpServletRequest request) {
        CalendarAddress made = CalendarAddress.of(feed.make(viewer), request);
        return new FeedJson(made.address(), made.webcal());
    }

    @DeleteMapping("/feed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeCalendarFeed",
            summary = "Take the address back: it answers 404 at once. Twice changes nothing.")
    void revokeCalendarFeed(Viewer viewer) {
        feed.revoke(viewer);
    }
}
