package org.kulluna.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Faults;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Viewer;
import org.kulluna.training.Course;
import org.kulluna.training.Courses;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office's door to the question banks of the courses it runs. */
@Component
class Questions {
    static final int PAGE = 25;
    private final QuestionRows rows;
    private final Courses courses;
    private final Audit audit;
    private final Clock clock;

    Questions(QuestionRows rows, Courses courses, Audit audit, Clock clock) {
        this.rows = rows;
        this.courses = courses;
        this.audit = audit;
        this.clock = clock;
    }

    /** What there is for each course the viewer runs. */
    @Transactional(readOnly = true)
    public List<Bank> listBanks(Viewer viewer) {
        viewer.must(Right.RUN_COURSES);
        return rows.banks(viewer.mayEverywhere(Right.RUN_COURSES), viewer.unitsWith(Right.RUN_COURSES));
    }

    @Transactional(readOnly = true)
    public Page<Question> list(Viewer viewer, String course, QuestionFilter filter) {
        courses.getRun(viewer, course);
        Page<QuestionRows.Line> page = Page.of(
                rows.list(course, filter, PAGE + 1), PAGE, l -> l.cursor().toString());
        return new Page<>(page.rows().stream().map(QuestionRows.Line::question).toList(), page.next());
    }

    @Transactional(readOnly = true)
    public Question get(Viewer viewer, UUID id) {
        viewer.must(Right.RUN_COURSES);
        Question q = rows.find(id).orElseThrow(Refusal::notFound);
        courses.getRun(viewer, q.course());
        return q;
    }

    @Transactional(readOnly = true)
    public int countActive(Viewer viewer, String course) {
        courses.getRun(viewer, course);
        return rows.countActive(course);
    }

    Course course(Viewer viewer, String code) {
        return courses.getRun(viewer, code);
    }

    /** A draft, once for each id. @throws Refusal NOT_FOUND; INVALID; CONFLICT id-used */
    @Transactional
    public Question create(Viewer viewer, String course, UUID id, QuestionForm form) {
        courses.getRun(viewer, course);
        Question wanted = wanted(id, course, 1, form);
        if (rows.insert(id, course, search(wanted), viewer.signedIn(), now())) {
            rows.insertWording(Ids.next(), wanted, viewer.signedIn(), now());
            audit.record(viewer, "assessment.create-question", "question", id);
        }
        Question made = rows.find(id).orElseThrow();
        if (!made.course().equals(course)) {
            throw Refusal.conflict("id-used");
        }
        return made;
    }

    /** Words it anew; what is as it was stays the version it is. @throws Refusal INVALID; CONFLICT changed-meanwhile */
    @Transactional
    public Question change(Viewer viewer, UUID id, int version, QuestionForm form) {
        Question before = get(viewer, id);
        Question wanted = wanted(id, before.course(), version + 1, form);
        if (isSame(before, wanted)) {
            return before;
        }
        if (!rows.nextVersion(id, version, search(wanted))) {
            throw Refusal.changedMeanwhile();
        }
        rows.insertWording(Ids.next(), wanted, viewer.signedIn(), now());
        audit.record(viewer, "assessment.change-question", "question", id);
        return get(viewer, id);
    }

    private static boolean isSame(Question a, Question b) {
        return a.kind() == b.kind()
                && a.text().equals(b.text())
                && a.why().equals(b.why())
                && a.options().equals(b.options());
    }

    /** Said again, it changes nothing. @param state draft, active or retired */
    @Transactional
    public Question move(Viewer viewer, UUID id, String state) {
        get(viewer, id);
        if (!Question.STATES.contains(state)) {
            throw Refusal.invalid("state", "not-a-choice");
        }
        if (rows.move(id, state)) {
            audit.record(viewer, "assessment." + state + "-question", "question", id);
        }
        return get(viewer, id);
    }

    private static Question wanted(UUID id, String course, int version, QuestionForm form) {
        Question q = new Question(
                id, course, "draft", form.answeredAs(), form.text(), form.why(), form.wanted(), version, 0, 0);
        Faults faults = new Faults();
        faults.when(QuestionKind.find(String.valueOf(form.kind())).isEmpty(), "kind", "not-a-choice");
        check(q, faults);
        faults.raise();
        return q;
    }

    /** Two to six options in both languages, no two alike, and as many right ones as the kind asks for. */
    static void check(Question q, Faults faults) {
        List<LocalizedText> texts = q.options().stream().map(Option::text).toList();
        long right = q.options().stream().filter(Option::right).count();
        faults.when(texts.size() < 2 || texts.size() > Question.MOST_OPTIONS, "options", "two-to-six-options");
        faults.when(texts.stream().anyMatch(t -> t.ar().isBlank() || t.en().isBlank()), "options", "both-languages");
        faults.when(
                texts.stream().anyMatch(t -> t.ar().length() > 500 || t.en().length() > 500), "options", "too-long");
        faults.when(
                texts.stream().map(LocalizedText::ar).distinct().count() < texts.size()
                        || texts.stream().map(LocalizedText::en).distinct().count() < texts.size(),
                "options",
                "options-alike");
        faults.when(right == 0, "options", "mark-the-right-one");
        faults.when(right > 1 && q.kind() != QuestionKind.SEVERAL, "options", "only-one-right");
    }

    private static String search(Question q) {
        return SearchText.stored(q.text().ar(), q.text().en());
    }

    private Instant now() {
        return clock.instant();
    }
}
