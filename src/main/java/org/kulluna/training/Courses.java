package org.kulluna.training;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Faults;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the catalogue of courses. */
@Component
public class Courses {
    private final CourseRows rows;
    private final Units units;
    private final Known known;
    private final Audit audit;
    private final Clock clock;

    /** What a course may name, and the questions its quiz is drawn from. */
    @Component("courseKnown")
    record Known(AwardRows awards, QuizBank bank) {}

    Courses(CourseRows rows, Units units, Known known, Audit audit, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is taught now: no secret, for whoever is signed in. */
    @Transactional(readOnly = true)
    public List<Course> listPublished(Viewer viewer, String words, String level) {
        viewer.signedIn();
        return rows.list(words, level, true);
    }

    /** All of them, drafts and retired ones too. */
    @Transactional(readOnly = true)
    public List<Course> list(Viewer viewer, String words, String level) {
        viewer.must(Right.RUN_COURSES);
        return rows.list(words, level, false);
    }

    /** @throws Refusal NOT_FOUND when it is not published and not the viewer's to run */
    @Transactional(readOnly = true)
    public Course get(Viewer viewer, String code) {
        viewer.signedIn();
        return rows.find(code)
                .filter(c -> c.isPublished() || viewer.may(Right.RUN_COURSES, c.unit()))
                .orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public List<Part> parts(Viewer viewer, String code) {
        return rows.parts(get(viewer, code).code());
    }

    /** @throws Refusal NOT_FOUND; INVALID with field faults */
    @Transactional
    public Course create(Viewer viewer, Course wanted) {
        viewer.must(Right.RUN_COURSES, wanted.unit());
        check(wanted);
        if (!rows.insert(wanted, viewer.signedIn(), clock.instant())) {
            throw Refusal.invalid("code", "course-known");
        }
        audit.record(viewer, "training.create-course", "course", wanted.code());
        return rows.find(wanted.code()).orElseThrow();
    }

    /** The unit stays the one that made it. @throws Refusal NOT_FOUND; INVALID; CONFLICT changed-meanwhile */
    @Transactional
    public Course change(Viewer viewer, String code, Course wanted) {
        run(viewer, code);
        check(wanted);
        if (!wanted.code().equals(code) || !rows.update(wanted)) {
            throw Refusal.changedMeanwhile();
        }
        audit.record(viewer, "training.change-course", "course", code);
        return rows.find(code).orElseThrow();
    }

    /**
     * @param state published or retired
     * @throws Refusal CONFLICT changed-meanwhile, too-few-questions
     */
    @Transactional
    public Course move(Viewer viewer, String code, int version, String state) {
        Course c = run(viewer, code);
        if (!Set.of("published", "retired").contains(state)) {
            throw Refusal.invalid("state", "not-a-choice");
        }
        int active = countQuestions(code);
        if (state.equals("published") && c.hasQuiz() && active < c.quizQuestions()) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT, "too-few-questions", Map.of("active", active, "needed", c.quizQuestions()));
        }
        if (!rows.move(code, version, state)) {
            throw Refusal.changedMeanwhile();
        }
        audit.record(viewer, "training." + state + "-course", "course", code);
        return rows.find(code).orElseThrow();
    }

    /** All parts in order; those known by their id change, what is left out goes. @throws Refusal CONFLICT part-in-use */
    @Transactional
    public List<Part> putParts(Viewer viewer, String code, List<Part> parts) {
        run(viewer, code);
        Faults faults = new Faults();
        faults.when(parts.size() > 50, "parts", "too-many");
        for (Part p : parts) {
            faults.when(p.title().ar().isBlank() || p.title().en().isBlank(), "parts", "both-titles");
            faults.when(Math.max(p.title().ar().length(), p.title().en().length()) > 200, "parts", "too-long");
            faults.when(p.minutes() < 5 || p.minutes() > 1440, "parts", "minutes-out-of-range");
        }
        faults.raise();
        if (!rows.keepParts(code, parts.stream().map(Part::id).toList())) {
            throw Refusal.conflict("part-in-use");
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!rows.putPart(code, parts.get(i), i)) {
                throw Refusal.invalid("parts", "not-a-choice");
            }
        }
        audit.record(viewer, "training.put-parts", "course", code);
        return rows.parts(code);
    }

    /** How many questions the quiz can be drawn from. */
    public int countQuestions(String code) {
        return known.bank().countActive(code);
    }

    /** One that the viewer runs. @throws Refusal NOT_FOUND otherwise */
    @Transactional(readOnly = true)
    public Course getRun(Viewer viewer, String code) {
        return run(viewer, code);
    }

    private Course run(Viewer viewer, String code) {
        viewer.must(Right.RUN_COURSES);
        Course c = rows.find(code).orElseThrow(Refusal::notFound);
        viewer.must(Right.RUN_COURSES, c.unit());
        return c;
    }

    private void check(Course c) {
        // Not from memory: a kind that was added a moment ago can be chosen.
        Set<String> kinds = known.awards().listQualifications().stream()
                .map(Qualification::code)
                .collect(Collectors.toSet());
        Faults faults = new Faults();
        faults.when(units.find(c.unit()).isEmpty(), "unit", "not-a-choice");
        faults.when(!Course.LEVELS.contains(c.level()), "level", "not-a-choice");
        faults.when(!Course.ASSESSED_BY.contains(c.assessedBy()), "assessedBy", "not-a-choice");
        faults.when(!kinds.containsAll(c.prerequisites()), "prerequisites", "not-a-choice");
        String gives = c.qualification();
        faults.when(gives != null && !kinds.contains(gives), "qualification", "not-a-choice");
        faults.when(gives != null && c.prerequisites().contains(gives), "prerequisites", "prerequisite-of-itself");
        Integer months = c.validityMonths();
        faults.when(months != null && (months < 1 || months > 600), "validityMonths", "not-a-number");
        faults.when(out(c.recertifyDays(), 0, 730), "recertifyDays", "not-a-number");
        faults.when(out(c.attendancePercent(), 1, 100), "attendancePercent", "percent-out-of-range");
        Integer mark = c.passMark();
        faults.when(mark != null && out(mark, 1, 100), "passMark", "percent-out-of-range");
        faults.when(c.hasQuiz() && mark == null, "passMark", "required");
        faults.when(out(c.quizQuestions(), 1, 100), "quizQuestions", "not-a-number");
        faults.when(out(c.quizAttempts(), 1, 20), "quizAttempts", "not-a-number");
        faults.when(out(c.minimumAge(), 0, 99), "minimumAge", "age-out-of-range");
        faults.raise();
    }

    private static boolean out(int number, int from, int to) {
        return number < from || number > to;
    }
}
