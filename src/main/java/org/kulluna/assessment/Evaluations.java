package org.kulluna.assessment;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.training.Course;
import org.kulluna.training.Courses;
import org.kulluna.training.Marks;
import org.kulluna.training.Offering;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of those who evaluate, and of the office that says by what. */
@Component
public class Evaluations {
    private final EvaluationRows rows;
    private final Marks marks;
    private final Courses courses;
    private final Audit audit;
    private final Clock clock;

    Evaluations(EvaluationRows rows, Marks marks, Courses courses, Audit audit, Clock clock) {
        this.rows = rows;
        this.marks = marks;
        this.courses = courses;
        this.audit = audit;
        this.clock = clock;
    }

    /** What there is to evaluate in one offering. */
    public record Round(Offering offering, List<Criterion> criteria, List<Evaluee> trainees) {}

    /** @throws Refusal NOT_FOUND for an offering the viewer neither teaches nor runs */
    @Transactional(readOnly = true)
    public Round round(Viewer viewer, UUID offering) {
        Offering o = marks.getEvaluated(viewer, offering);
        return new Round(o, rows.criteria(o.course().code()), rows.trainees(offering));
    }

    /** What was said of one trainee, the last word first. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public List<Evaluation> list(Viewer viewer, UUID offering, UUID enrolment) {
        marks.getEvaluated(viewer, offering);
        boolean there =
                rows.trainees(offering).stream().anyMatch(t -> t.enrolment().equals(enrolment));
        if (!there) {
            throw Refusal.notFound();
        }
        return rows.list(enrolment);
    }

    /**
     * Says whether a trainee passed; each word is kept and the last one stands. The same id again says nothing new.
     *
     * @throws Refusal NOT_FOUND; INVALID passed, met, remark; CONFLICT own-evaluation, evaluation-closed, id-used
     */
    @Transactional
    public void evaluate(Viewer viewer, UUID offering, UUID id, EvaluationForm form) {
        Offering o = marks.getEvaluated(viewer, offering);
        UUID enrolment = Typed.uuid("enrolment", form.enrolment());
        boolean passed = form.hasPassed();
        List<UUID> met = form.metIds();
        String remark = Typed.text(form.remark());
        check(rows.criteria(o.course().code()), passed, met, remark);
        if (rows.insert(id, enrolment(offering, enrolment), passed, met, remark, viewer.signedIn(), clock.instant())) {
            marks.practical(viewer, offering, enrolment, passed);
        } else if (rows.list(enrolment).stream().noneMatch(e -> e.id().equals(id))) {
            throw Refusal.conflict("id-used");
        }
    }

    private UUID enrolment(UUID offering, UUID enrolment) {
        return rows.trainees(offering).stream()
                .map(Evaluee::enrolment)
                .filter(enrolment::equals)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Nobody passes without what is required, and nobody fails without being told why. */
    static void check(List<Criterion> criteria, boolean passed, List<UUID> met, String remark) {
        Set<UUID> known = new HashSet<>();
        criteria.forEach(c -> known.add(c.id()));
        Faults faults = new Faults();
        faults.when(!known.containsAll(met), "met", "not-a-choice");
        boolean lacks = criteria.stream().anyMatch(c -> c.required() && !met.contains(c.id()));
        faults.when(passed && lacks, "passed", "required-criterion-not-met");
        faults.when(!passed && remark.isEmpty(), "remark", "say-why-not");
        faults.when(remark.length() > 1000, "remark", "too-long");
        faults.raise();
    }

    Course course(Viewer viewer, String code) {
        return courses.getRun(viewer, code);
    }

    @Transactional(readOnly = true)
    public List<Criterion> criteria(Viewer viewer, String course) {
        courses.getRun(viewer, course);
        return rows.criteria(course);
    }

    /** Once for each id. @throws Refusal NOT_FOUND; CONFLICT too-many-criteria */
    @Transactional
    public List<Criterion> addCriterion(Viewer viewer, String course, UUID id, CriterionForm form) {
        courses.getRun(viewer, course);
        if (rows.criteria(course).size() >= 40) {
            throw Refusal.conflict("too-many-criteria");
        }
        LocalizedText text = new LocalizedText(Typed.text(form.textAr()), Typed.text(form.textEn()));
        if (rows.insertCriterion(course, new Criterion(id, text, Typed.yes(form.required())))) {
            audit.record(viewer, "assessment.add-criterion", "criterion", id);
        }
        return rows.criteria(course);
    }

    /** Out of use from now on; what was evaluated by it stays. Said again, it changes nothing. */
    @Transactional
    public List<Criterion> retireCriterion(Viewer viewer, String course, UUID id) {
        courses.getRun(viewer, course);
        if (rows.retireCriterion(course, id, clock.instant())) {
            audit.record(viewer, "assessment.retire-criterion", "criterion", id);
        }
        return rows.criteria(course);
    }
}
