package org.kulluna.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Calendars as files: a person's whole one, read by whoever has its address, and one event for its holder. */
@Controller
@RequestMapping("/calendar")
class CalendarFiles {
    private static final MediaType TYPE = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private final CalendarFeed feed;

    CalendarFiles(CalendarFeed feed) {
        this.feed = feed;
    }

    /** Kept by the reader alone, and asked for anew each time: what has not changed is not sent again. */
    @GetMapping("/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        byte[] file = feed.read(token, CalendarAddress.house(request)).getBytes(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        return ResponseEntity.ok()
                .contentType(TYPE)
                .eTag("\"" + DigestUtils.md5DigestAsHex(file) + "\"")
                .body(file);
    }

    @GetMapping("/events/{id}.ics")
    ResponseEntity<byte[]> event(Viewer viewer, @PathVariable String id, HttpServletRequest request) {
        String file = feed.event(viewer, Ids.parse(id), CalendarAddress.house(request));
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kulluna.ics\"")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }
}
