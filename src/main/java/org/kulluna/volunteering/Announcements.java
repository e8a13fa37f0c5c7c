package org.kulluna.volunteering;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.attendance.Duties;
import org.kulluna.delivery.Notices;
import org.kulluna.eligibility.Reason;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.places.Places;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;
import org.springframework.stereotype.Component;

/** Tells the gate what takes place and who is expected, and tells people what became of their seats. */
@Component
class Announcements {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Duties duties;
    private final Notices notices;
    private final Places places;
    private final ReasonNames names;

    Announcements(Duties duties, Notices notices, Places places, ReasonNames names) {
        this.duties = duties;
        this.notices = notices;
        this.places = places;
        this.names = names;
    }

    /** @param cancelledAt null while it takes place */
    void duty(Slot slot, @Nullable Instant cancelledAt) {
        Shift s = slot.shift();
        Opportunity o = slot.opportunity();
        duties.put(new Duties.Duty(
                s.id(),
                "shift",
                o.title(),
                o.unit(),
                o.pillar(),
                s.place(),
                places.get(s.place()).region(),
                s.startsAt(),
                s.endsAt(),
                s.zone(),
                s.walkIns(),
                cancelledAt));
    }

    void expect(Slot slot, PersonId person, ShiftRole role) {
        duties.expect(slot.shift().id(), person, role.name());
    }

    void unexpect(Slot slot, PersonId person) {
        duties.unexpect(slot.shift().id(), person);
    }

    /** Somebody leads it from now on, and should know. */
    void tellLeader(Slot slot) {
        PersonId leader = slot.shift().leader();
        if (leader != null) {
            tell(leader, "shift-led", slot);
        }
    }

    /** @param key under {@code notice.}: says {@code titleAr}, {@code titleEn} and {@code at} */
    void tell(PersonId person, String key, Slot slot) {
        notices.tell(person, key, args(slot), link(slot));
    }

    /** As above, with the reason's key as {@code reason} and the qualification's names. */
    void tell(PersonId person, String key, Slot slot, Reason reason) {
        Map<String, String> args = args(slot);
        args.put("qualificationAr", "");
        args.put("qualificationEn", "");
        args.putAll(names.name(reason).args());
        args.put("reason", choice(reason.key()));
        notices.tell(person, key, args, link(slot));
    }

    private static Map<String, String> args(Slot slot) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("titleAr", slot.opportunity().title().in("ar"));
        args.put("titleEn", slot.opportunity().title().in("en"));
        args.put("at", at(slot.shift()));
        return args;
    }

    /** An instant is shown as the programme's clocks have it; where others hold, their time and zone are written out. */
    static String at(Shift s) {
        ZonedDateTime local = s.startsAt().atZone(s.zone());
        return local.getOffset().equals(s.startsAt().atZone(Time.PROGRAMME_ZONE).getOffset())
                ? s.startsAt().toString()
                : LOCAL.format(local) + " (" + s.zone().getId() + ")";
    }

    /** As a selector of ICU MessageFormat, which knows no hyphen. */
    static String choice(String reasonKey) {
        return reasonKey.replace('-', '_');
    }

    private static String link(Slot slot) {
        return "/volunteering/shifts/" + slot.shift().id();
    }
}
