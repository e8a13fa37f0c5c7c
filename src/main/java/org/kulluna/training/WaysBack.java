package org.kulluna.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Candidate;
import org.kulluna.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** How a qualification is earned anew: the soonest date that has a place, otherwise where interest is gathered. */
@Component
class WaysBack {
    static final Way NONE = new Way("none", new LocalizedText("", ""), null, "");
    private static final int LOOK_AT = 100;
    private final OfferingRows offerings;
    private final CourseRows courses;

    WaysBack(OfferingRows offerings, CourseRows courses) {
        this.offerings = offerings;
        this.courses = courses;
    }

    /**
     * @param next seat, interest or course, and none when nothing gives it: chooses the words
     * @param at when it begins, null without a date
     * @param link where one signs up, empty for none
     */
    record Way(String next, LocalizedText title, @Nullable Instant at, String link) {
        /** For a notice: {@code next}, {@code nextAr}, {@code nextEn} and {@code nextAt}. */
        Map<String, String> args() {
            return Map.of(
                    "next",
                    next,
                    "nextAr",
                    title.ar(),
                    "nextEn",
                    title.en(),
                    "nextAt",
                    at == null ? "" : at.toString());
        }
    }

    /** @param held the spans in which the person holds it: a date before the window of renewal is no way */
    Way to(String qualification, List<Candidate.Span> held, Instant now) {
        List<Offering> giving = offerings.listGiving(qualification, now, LOOK_AT);
        Optional<Offering> seat = giving.stream()
                .filter(o -> !o.sessions().isEmpty())
                .filter(o -> Recertification.tooEarly(o.course(), Results.lastDay(o), held)
                        .isEmpty())
                .findFirst();
        return seat.or(() -> giving.stream().filter(o -> o.sessions().isEmpty()).findFirst())
                .map(o -> new Way(
                        o.sessions().isEmpty() ? "interest" : "seat",
                        o.course().title(),
                        o.startsAt(),
                        CourseNews.link(o)))
                .or(() -> courses.findGiving(qualification)
                        .map(c -> new Way("course", c.title(), null, "/training/courses/" + c.code())))
                .orElse(NONE);
    }
}
