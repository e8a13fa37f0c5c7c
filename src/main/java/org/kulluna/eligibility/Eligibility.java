package org.kulluna.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a person may take a duty: the one function that the list, sign-up, promotion from the waiting list, the
 * roster, the gate and the call-out all ask. Everything is judged as of the duty's last day, never as of today.
 */
public final class Eligibility {
    /** Of age: what a shift asks when nobody chose otherwise. */
    static final int ADULT = 18;

    private Eligibility() {}

    /** Why not, in the order to be told; empty when the person may. */
    public static List<Reason> reasonsAgainst(Candidate c, Demand d, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        if (!d.startsAt().isAfter(now)) {
            reasons.add(Reason.of("started"));
        }
        standing(c, d, reasons);
        age(c, d, reasons);
        papers(c, d, reasons);
        for (String code : d.qualifications()) {
            boolean held = c.qualifications().getOrDefault(code, List.of()).stream()
                    .anyMatch(s -> s.covers(d.firstDay(), d.lastDay()));
            if (!held) {
                reasons.add(new Reason("qualification", Map.of("qualification", code), ""));
            }
        }
        c.bindingDuring(d.startsAt(), d.endsAt(), d.subject())
                .ifPresent(b -> reasons.add(new Reason(
                        "overlap",
                        Map.of("kind", b.kind(), "from", b.from().toString(), "to", b.to().toString()),
                        b.kind().equals("shift") ? "/volunteering/shifts/" + b.subject() : "")));
        return List.copyOf(reasons);
    }

    public static boolean may(Candidate c, Demand d, Instant now) {
        return reasonsAgainst(c, d, now).isEmpty();
    }

    private static void standing(Candidate c, Demand d, List<Reason> reasons) {
        if (c.status() == null || c.status().equals("left")) {
            reasons.add(new Reason("not-a-member", Map.of(), "/membership/apply"));
        } else if (c.status().equals("suspended")
                && (c.suspendedUntil() == null || !c.suspendedUntil().isBefore(d.firstDay()))) {
            reasons.add(Reason.of("suspended"));
        }
        if (c.vettedUntil() == null || c.vettedUntil().isBefore(d.lastDay())) {
            reasons.add(Reason.of("vetting"));
        }
    }

    /** A shift that welcomes students lets them off being of age; a lower or higher age it asks, it asks of them too. */
    private static void age(Candidate c, Demand d, List<Reason> reasons) {
        int age = c.bornOn() == null
                ? -1
                : Period.between(c.bornOn(), d.firstDay()).getYears();
        if (c.student() || age < ADULT) {
            if (!d.studentsWelcome()) {
                reasons.add(Reason.of("students-not-welcome"));
            }
            if (age < ADULT && (c.consentUntil() == null || c.consentUntil().isBefore(d.lastDay()))) {
                reasons.add(Reason.of("guardian-consent"));
            }
        }
        boolean letOff = d.studentsWelcome() && c.student() && d.minimumAge() == ADULT;
        if (age < d.minimumAge() && !letOff) {
            reasons.add(new Reason("too-young", Map.of("age", String.valueOf(d.minimumAge())), ""));
        }
    }

    private static void papers(Candidate c, Demand d, List<Reason> reasons) {
        LocalDate visa = c.visaValidTo();
        if (!c.citizen() && (visa == null || visa.isBefore(d.lastDay()))) {
            reasons.add(Reason.of("visa"));
        }
    }
}
