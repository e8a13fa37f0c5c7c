package org.kulluna.training;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.attendance.Duties;
import org.kulluna.delivery.Notices;
import org.kulluna.eligibility.Reason;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;

/** Tells the book of attendance what takes place and who is expected, and tells people what became of their places. */
@Component
class CourseNews {
    private static final LocalizedText TRAINEE = new LocalizedText("", "");
    private final Duties duties;
    private final Notices notices;
    private final Places places;
    private final Units units;
    private final ReasonNames names;

    CourseNews(Duties duties, Notices notices, Places places, Units units, ReasonNames names) {
        this.duties = duties;
        this.notices = notices;
        this.places = places;
        this.units = units;
        this.names = names;
    }

    /** Courses serve the pillar of involving stakeholders; their sessions give no volunteer hours. */
    void duty(Offering o, Session s, @Nullable Instant cancelledAt) {
        String code = o.place() == null ? "" : o.place();
        Place place = places.find(code).orElseGet(() -> places.list().getFirst());
        duties.put(new Duties.Duty(
                s.id(),
                Classroom.KIND,
                o.course().title(),
                o.unit(),
                "stakeholders",
                place.code(),
                o.place() == null ? units.get(o.unit()).region() : place.region(),
                s.startsAt(),
                s.endsAt(),
                s.zone(),
                false,
                cancelledAt));
    }

    void expect(Session s, PersonId person) {
        duties.expect(s.id(), person, TRAINEE);
    }

    void unexpect(Session s, PersonId person) {
        duties.unexpect(s.id(), person);
    }

    /** @param key under {@code notice.}: says {@code titleAr}, {@code titleEn} and {@code at}, empty without a date */
    void tell(PersonId person, String key, Offering o) {
        notices.tell(person, key, args(o), link(o));
    }

    /** A place was taken back: why, and the way to one's next. */
    void tellLapse(PersonId person, Offering o, Reason reason, WaysBack.Way way) {
        Map<String, String> args = args(o, reason);
        args.putAll(way.args());
        notices.tell(person, "place-lapsed", args, way.link().isEmpty() ? link(o) : way.link());
    }

    /** As above, with the reason's key as {@code reason} and the qualification's names. */
    void tell(PersonId person, String key, Offering o, Reason reason) {
        notices.tell(person, key, args(o, reason), link(o));
    }

    private Map<String, String> args(Offering o, Reason reason) {
        Map<String, String> args = args(o);
        args.put("qualificationAr", "");
        args.put("qualificationEn", "");
        args.putAll(names.name(reason).args());
        args.put("reason", reason.key().replace('-', '_'));
        return args;
    }

    void tell(PersonId person, String key, Offering o, String reason) {
        Map<String, String> args = args(o);
        args.put("reason", reason);
        notices.tell(person, key, args, link(o));
    }

    /** One session of the course is off, not the course. */
    void tellOff(PersonId person, Offering o, Session s) {
        Map<String, String> args = args(o);
        args.put("at", s.startsAt().toString());
        notices.tell(person, "course-session-cancelled", args, link(o));
    }

    private static Map<String, String> args(Offering o) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("titleAr", o.course().title().ar());
        args.put("titleEn", o.course().title().en());
        Instant at = o.startsAt();
        args.put("at", at == null ? "" : at.toString());
        return args;
    }

    static String link(Offering o) {
        return "/training/offerings/" + o.id();
    }
}
