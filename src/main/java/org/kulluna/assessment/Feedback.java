package org.kulluna.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.training.Course;
import org.kulluna.training.Courses;
import org.kulluna.training.EnrolmentState;
import org.kulluna.training.Marks;
import org.kulluna.training.Offering;
import org.kulluna.training.Offerings;
import org.kulluna.training.Seat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What trainees say after a course. It opens when the last session ended, for whoever was there; the office reads sums, and
 * words without names, of five answers or more. Who answered is kept only so that each answers once.
 */
@Component
public class Feedback {
    private static final Duration CHANGEABLE = Duration.ofDays(14);
    private final FeedbackRows rows;
    private final Marks marks;
    private final Courses courses;
    private final Offerings offerings;
    private final Clock clock;

    Feedback(FeedbackRows rows, Marks marks, Courses courses, Offerings offerings, Clock clock) {
        this.rows = rows;
        this.marks = marks;
        this.courses = courses;
        this.offerings = offerings;
        this.clock = clock;
    }

    /**
     * The form as one trainee finds it.
     *
     * @param shut a key under {@code refusal.}; empty when it may be given or changed
     */
    public record View(Seat seat, @Nullable FeedbackForm given, String shut) {}

    /** @throws Refusal NOT_FOUND without a place there */
    @Transactional(readOnly = true)
    public View get(Viewer viewer, UUID offering) {
        Seat seat = marks.getOwn(viewer, offering);
        var given = rows.find(seat.enrolment());
        Instant now = clock.instant();
        boolean late = given.filter(g -> g.at().isBefore(now.minus(CHANGEABLE))).isPresent();
        String shut = shut(seat, now);
        return new View(
                seat,
                given.map(FeedbackRows.Given::form).orElse(null),
                shut.isEmpty() && late ? "feedback-stands" : shut);
    }

    private static String shut(Seat seat, Instant now) {
        if (!seat.offering().hasEnded(now)) {
            return "feedback-too-early";
        }
        boolean there = seat.state() == EnrolmentState.ATTENDED
                || seat.state() == EnrolmentState.PARTIAL
                || seat.state() == EnrolmentState.BOOKED && seat.seen();
        return there ? "" : "feedback-not-there";
    }

    /**
     * Once for each place; for fourteen days what was said may be said anew.
     *
     * @throws Refusal NOT_FOUND; CONFLICT feedback-too-early, feedback-not-there, feedback-stands
     */
    @Transactional
    public void give(Viewer viewer, UUID offering, FeedbackForm form) {
        Seat seat = marks.getOwn(viewer, offering);
        Instant now = clock.instant();
        String shut = shut(seat, now);
        if (!shut.isEmpty()) {
            throw Refusal.conflict(shut);
        }
        if (!rows.put(seat.enrolment(), offering, form, Typed.text(form.words()), now.minus(CHANGEABLE), now)) {
            throw Refusal.conflict("feedback-stands");
        }
    }

    /** What was said of each offering of a course, and of them all. */
    public record OfCourse(Course course, FeedbackResults all, List<FeedbackLine> offerings) {}

    @Transactional(readOnly = true)
    public OfCourse ofCourse(Viewer viewer, String code) {
        Course course = courses.getRun(viewer, code);
        List<FeedbackLine> lines = rows.ofCourse(code, clock.instant());
        return new OfCourse(course, together(lines), lines);
    }

    /** Offerings with too few answers are counted but lend no sum: nothing of them can be found by subtraction. */
    static FeedbackResults together(List<FeedbackLine> lines) {
        List<FeedbackResults> told = lines.stream()
                .map(FeedbackLine::results)
                .filter(r -> !r.isHidden())
                .toList();
        List<FeedbackSum> sums = new ArrayList<>();
        for (int q = 0; q < FeedbackSum.QUESTIONS.size() && !told.isEmpty(); q++) {
            int question = q;
            List<Integer> counts = IntStream.range(0, 5)
                    .mapToObj(said -> told.stream()
                            .mapToInt(r -> r.sums().get(question).counts().get(said))
                            .sum())
                    .toList();
            sums.add(new FeedbackSum(FeedbackSum.QUESTIONS.get(q), counts));
        }
        int asked = lines.stream().mapToInt(l -> l.results().asked()).sum();
        int answered = lines.stream().mapToInt(l -> l.results().answered()).sum();
        return new FeedbackResults(asked, answered, sums, List.of());
    }

    /** What was said of one offering. */
    public record OfOffering(Offering offering, FeedbackResults results) {}

    /** @throws Refusal NOT_FOUND for an offering the viewer does not run */
    @Transactional(readOnly = true)
    public OfOffering ofOffering(Viewer viewer, UUID id) {
        viewer.must(Right.RUN_COURSES);
        Offering o = offerings.get(viewer, id);
        FeedbackResults r = rows.ofOffering(id, clock.instant())
                .map(FeedbackLine::results)
                .orElseGet(() -> FeedbackResults.of(0, 0, List.of(), List.of()));
        return new OfOffering(o, FeedbackResults.of(r.asked(), r.answered(), r.sums(), rows.words(id)));
    }
}
