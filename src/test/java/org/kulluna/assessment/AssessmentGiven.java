package org.kulluna.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.attendance.FactKind;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.TestClock;
import org.kulluna.training.Course;
import org.kulluna.training.Courses;
import org.kulluna.training.Enrolments;
import org.kulluna.training.Offering;
import org.kulluna.training.Session;
import org.kulluna.training.SessionRoom;
import org.kulluna.training.TrainingGiven;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.stereotype.Component;

/** Courses with banks, and trainees who were seen, through the doors of their rooms. */
@Component
class AssessmentGiven {
    private final TrainingGiven training;
    private final Courses courses;
    private final Questions questions;
    private final Enrolments enrolments;
    private final SessionRoom room;

    AssessmentGiven(
            TrainingGiven training, Courses courses, Questions questions, Enrolments enrolments, SessionRoom room) {
        this.training = training;
        this.courses = courses;
        this.questions = questions;
        this.enrolments = enrolments;
        this.room = room;
    }

    static QuestionForm form(String kind, QuestionForm.OptionForm... options) {
        long n = Given.serial();
        return new QuestionForm(
                Ids.next().toString(),
                "1",
                kind,
                "سؤال " + n,
                "Question " + n,
                "شرح سري " + n,
                "Secret why " + n,
                List.of(options));
    }

    static QuestionForm.OptionForm option(String text, boolean right) {
        return new QuestionForm.OptionForm("ع " + text, text, right);
    }

    /** Asks for one of three. */
    static QuestionForm single() {
        return form("single", option("yes", true), option("no", false), option("perhaps", false));
    }

    Question active(String course, QuestionForm form) {
        Question made = questions.create(training.office(), course, Ids.next(), form);
        return questions.move(training.office(), made.id(), "active");
    }

    /** Published, with that many active questions; quizzes ask {@code asked} of them and pass from 70. */
    Course course(String unit, String assessedBy, int inBank, int asked, int attempts) {
        Course plain = TrainingGiven.course(unit, List.of(), "report_writing", assessedBy, 70);
        Course wanted = new Course(
                plain.code(),
                plain.title(),
                plain.text(),
                plain.level(),
                unit,
                List.of(),
                plain.qualification(),
                24,
                60,
                80,
                assessedBy,
                70,
                asked,
                attempts,
                18,
                false,
                "draft",
                -1);
        Course made = courses.create(training.office(), wanted);
        for (int i = 0; i < inBank; i++) {
            active(made.code(), single());
        }
        return courses.move(training.office(), made.code(), made.version(), "published");
    }

    Offering open(Course course, List<PersonId> teachers) {
        return training.open(course, 60, 1, training.soon(), teachers);
    }

    UUID book(Offering o, Viewer member) {
        return enrolments.enrol(member, o.id(), Ids.next()).id();
    }

    void start(Offering o, TestClock.Movable clock) {
        clock.setTo(o.sessions().getFirst().startsAt().plusSeconds(60));
    }

    void end(Offering o, TestClock.Movable clock) {
        clock.setTo(o.sessions().getLast().endsAt().plusSeconds(60));
    }

    void see(Offering o, PersonId person, TestClock.Movable clock) {
        Session s = o.sessions().getFirst();
        room.mark(training.office(), s.id(), person, FactKind.IN, clock.instant(), "seen", Ids.next());
    }

    static Viewer member(PersonId person) {
        return VolunteeringGiven.viewer(person);
    }

    /** The places at which the right answers of {@link #single} stand, or for the first {@code wrong} of them others. */
    static Map<Integer, List<Integer>> answers(List<Asked.Item> items, int wrong) {
        Map<Integer, List<Integer>> all = new HashMap<>();
        List<Integer> left = new ArrayList<>(List.of(wrong));
        for (Asked.Item item : items) {
            int right = 1 + item.options().stream().map(o -> o.en()).toList().indexOf("yes");
            boolean fail = left.getFirst() > 0;
            left.set(0, left.getFirst() - 1);
            all.put(item.question(), List.of(fail ? right % 3 + 1 : right));
        }
        return all;
    }
}
