package org.kulluna.training;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.TestClock;
import org.springframework.stereotype.Component;

/** Courses and offerings, made through the training office's doors. */
@Component
public class TrainingGiven {
    private final Given given;
    private final Courses courses;
    private final Offerings offerings;
    private final TestClock.Movable clock;

    TrainingGiven(Given given, Courses courses, Offerings offerings, TestClock.Movable clock) {
        this.given = given;
        this.courses = courses;
        this.offerings = offerings;
        this.clock = clock;
    }

    public Viewer office() {
        return new Viewer(given.person(), null, List.of(new Viewer.Grant(Role.TRAINING_OFFICER, null)), false);
    }

    public static Course plain(String unit) {
        return course(unit, List.of(), null, "none", null);
    }

    public static Course course(
            String unit,
            List<String> prerequisites,
            @Nullable String qualification,
            String assessedBy,
            @Nullable Integer passMark) {
        long n = Given.serial();
        return new Course(
                "course_" + n,
                new LocalizedText("دورة " + n, "Course " + n),
                new LocalizedText("", ""),
                "specialised",
                unit,
                prerequisites,
                qualification,
                24,
                60,
                80,
                assessedBy,
                passMark,
                10,
                3,
                18,
                false,
                "draft",
                -1);
    }

    public Course published(Course wanted) {
        Course made = courses.create(office(), wanted);
        return courses.move(office(), made.code(), made.version(), "published");
    }

    public Instant soon() {
        return clock.instant().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    }

    /** Open, with sessions of two hours on following days. */
    public Offering open(Course course, int places, int sessions) {
        return open(course, places, sessions, soon(), List.of());
    }

    public Offering open(Course course, int places, int sessions, Instant start, List<PersonId> instructors) {
        Offering draft = draft(course, places, false);
        for (int i = 0; i < sessions; i++) {
            offerings.putSession(
                    office(), session(draft.id(), start.plus(Duration.ofDays(i)), Duration.ofHours(2), instructors));
        }
        return offerings.announce(office(), draft.id(), draft.version());
    }

    public Offering draft(Course course, int places, boolean approval) {
        Offering wanted = new Offering(
                Ids.next(),
                course,
                course.unit(),
                null,
                OfferingState.DRAFT,
                0,
                places,
                500,
                0,
                0,
                approval,
                null,
                null,
                null,
                "",
                List.of(),
                0);
        return offerings.create(office(), wanted);
    }

    public static Session session(UUID offering, Instant start, Duration lasts, List<PersonId> instructors) {
        return new Session(
                Ids.next(),
                offering,
                null,
                new LocalizedText("", ""),
                null,
                start,
                start.plus(lasts),
                Time.PROGRAMME_ZONE,
                false,
                instructors,
                0);
    }
}
