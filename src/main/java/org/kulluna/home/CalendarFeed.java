package org.kulluna.home;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to one's private calendar. Its address is 256 random bits, shown once and stored hashed: phones read it
 * without signing in, until it is made anew or taken back. It belongs to the person, not to a role: who is suspended or
 * has left goes on reading it, and reads that what they held is called off.
 */
@Component
class CalendarFeed {
    /** How long what is over, or called off, stays in the calendar. */
    static final Duration PAST = Duration.ofDays(30);

    private static final SecureRandom RANDOM = new SecureRandom();
    private final CalendarRows rows;
    private final Agenda agenda;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;

    CalendarFeed(CalendarRows rows, Agenda agenda, Keys keys, Audit audit, Clock clock) {
        this.rows = rows;
        this.agenda = agenda;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Since when the viewer has an address, null without one. */
    @Transactional(readOnly = true)
    public @Nullable Instant findMadeAt(Viewer viewer) {
        return rows.findMadeAt(viewer.signedIn());
    }

    /** Makes the address, or makes it anew: the one before stops at once. @return the token, to be shown and forgotten */
    @Transactional
    public String make(Viewer viewer) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        rows.putFeed(viewer.signedIn(), hash(token), clock.instant());
        audit.record(viewer, "home.make-calendar", "person", viewer.signedIn());
        return token;
    }

    /** Taking back what was never made, or twice, changes nothing. */
    @Transactional
    public void revoke(Viewer viewer) {
        if (rows.deleteFeed(viewer.signedIn())) {
            audit.record(viewer, "home.revoke-calendar", "person", viewer.signedIn());
        }
    }

    /**
     * The calendar behind an address.
     *
     * @param house where this house is reached, for links: https://example.ae
     * @throws Refusal NOT_FOUND when there is none, or none any more
     */
    @Transactional
    public String read(String token, String house) {
        if (!token.matches("[A-Za-z0-9_-]{43}")) {
            throw Refusal.notFound();
        }
        CalendarRows.Reader reader = rows.findReader(hash(token)).orElseThrow(Refusal::notFound);
        return CalendarFile.of(tell(reader), name(reader), house);
    }

    /** One duty or session of the viewer's own as a file. @throws Refusal NOT_FOUND when it is none, or is over for long */
    @Transactional
    public String event(Viewer viewer, UUID id, String house) {
        CalendarRows.Reader reader = rows.reader(viewer.signedIn());
        List<CalendarEntry> one = tell(reader).stream()
                .filter(e -> e.id().equals(id) && !e.isCancelled())
                .toList();
        if (one.isEmpty()) {
            throw Refusal.notFound();
        }
        return CalendarFile.of(one, name(reader), house);
    }

    private List<CalendarEntry> tell(CalendarRows.Reader reader) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant since = now.minus(PAST);
        List<CalendarEntry> current = agenda.entries(reader, since);
        List<UUID> ids = current.stream().map(CalendarEntry::id).toList();
        List<CalendarEntry> told = rows.listTold(reader.person(), ids, since);
        List<CalendarEntry> all = CalendarEntry.toTell(current, told, now);
        List<CalendarEntry> news = all.stream().filter(e -> !told.contains(e)).toList();
        if (!news.isEmpty()) {
            rows.save(reader.person(), news);
        }
        return all;
    }

    private static String name(CalendarRows.Reader reader) {
        return Words.in(reader.language()).say("home.calendar.name");
    }

    private byte[] hash(String token) {
        return keys.hash(Keys.Purpose.TOKEN, "calendar:" + token);
    }
}
