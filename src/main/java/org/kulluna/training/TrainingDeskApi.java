package org.kulluna.training;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The training office for programs. */
@RestController
@RequestMapping("/api/v1/training/desk")
class TrainingDeskApi {
    private final Courses courses;
    private final Offerings offerings;
    private final Cohorts cohorts;
    private final Office office;
    private final Forms forms;

    @org.springframework.stereotype.Component("trainingDeskOffice")
    record Office(Results results, Instructors instructors, Clock clock) {}

    TrainingDeskApi(Courses courses, Offerings offerings, Cohorts cohorts, Office office, Forms forms) {
        this.courses = courses;
        this.offerings = offerings;
        this.cohorts = cohorts;
        this.office = office;
        this.forms = forms;
    }

    @PostMapping("/courses")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createCourse", summary = "Make a course, a draft at first. 422 course-known.")
    Course createCourse(Viewer viewer, @RequestBody CourseForm form) {
        viewer.must(Right.RUN_COURSES);
        forms.check(form);
        return courses.create(viewer, form.wanted());
    }

    @PutMapping("/courses/{code}")
    @Operation(operationId = "changeCourse", summary = "Change a course. 409 changed-meanwhile.")
    Course changeCourse(Viewer viewer, @PathVariable String code, @RequestBody CourseForm form) {
        courses.getRun(viewer, code);
        forms.check(form);
        return courses.change(viewer, code, form.wanted());
    }

    @PostMapping("/courses/{code}/state")
    @Operation(operationId = "moveCourse", summary = "Publish a course or retire it. 409 changed-meanwhile.")
    Course moveCourse(Viewer viewer, @PathVariable String code, @RequestBody StateForm form) {
        courses.getRun(viewer, code);
        forms.check(form);
        return courses.move(viewer, code, Typed.number(form.version(), -1), Typed.text(form.state()));
    }

    @PutMapping("/courses/{code}/parts")
    @Operation(
            operationId = "putParts",
            summary = "The parts of a course, in order: what is left out goes. 409 part-in-use.")
    List<Part> putParts(Viewer viewer, @PathVariable String code, @RequestBody PartsForm form) {
        courses.getRun(viewer, code);
        return courses.putParts(viewer, code, form.wanted());
    }

    @GetMapping("/offerings")
    @Operation(
            operationId = "listDeskOfferings",
            summary = "Offerings of the units you run, newest first, paged by after.")
    List<OfferingJson> listDeskOfferings(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after) {
        return offerings.list(viewer, q, state, after).rows().stream()
                .map(this::json)
                .toList();
    }

    @PostMapping("/offerings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createOffering",
            summary = "Make an offering of a course, a draft at first; the same id again makes no second one.")
    OfferingJson createOffering(
            Viewer viewer, @RequestParam(defaultValue = "") String course, @RequestBody OfferingForm form) {
        viewer.must(Right.RUN_COURSES);
        forms.check(form);
        return json(offerings.create(viewer, form.wanted(Typed.id(form.id()), courses.get(viewer, course))));
    }

    @PutMapping("/offerings/{id}")
    @Operation(operationId = "changeOffering", summary = "Change an offering. 409 places-taken, changed-meanwhile.")
    OfferingJson changeOffering(Viewer viewer, @PathVariable String id, @RequestBody OfferingForm form) {
        Offering o = offerings.get(viewer, Ids.parse(id));
        forms.check(form);
        return json(offerings.change(viewer, form.wanted(o.id(), o.course())));
    }

    @PutMapping("/offerings/{id}/sessions")
    @Operation(
            operationId = "putSession",
            summary = "Add a session, or change the one of that id. 409 room-taken, places-held, offering-closed.")
    OfferingJson putSession(Viewer viewer, @PathVariable String id, @RequestBody SessionForm form) {
        UUID offering = Ids.parse(id);
        offerings.get(viewer, offering);
        forms.check(form);
        return json(offerings.putSession(viewer, office.instructors().named(form.wanted(offering), form.numbers())));
    }

    @PostMapping("/offerings/{id}/announce")
    @Operation(
            operationId = "announceOffering",
            summary = "Open it; without a session it gathers interest. 409 not-now, course-retired, changed-meanwhile.")
    OfferingJson announceOffering(Viewer viewer, @PathVariable String id, @RequestBody OfferingPages.VersionForm form) {
        return json(offerings.announce(viewer, Ids.parse(id), Typed.number(form.version(), -1)));
    }

    @PostMapping("/offerings/{id}/cancel")
    @Operation(
            operationId = "cancelOffering",
            summary = "Call it off; everybody with a place is told. 409 not-now, changed-meanwhile.")
    OfferingJson cancelOffering(Viewer viewer, @PathVariable String id, @RequestBody OfferingPages.VersionForm form) {
        offerings.get(viewer, Ids.parse(id));
        String why = Typed.text(form.reason());
        if (why.isEmpty() || why.length() > 500) {
            throw Refusal.invalid("reason", why.isEmpty() ? "required" : "too-long");
        }
        return json(offerings.cancel(viewer, Ids.parse(id), Typed.number(form.version(), -1), why));
    }

    @PostMapping("/offerings/{id}/close")
    @Operation(
            operationId = "closeOffering",
            summary =
                    "Settle a held offering: who attended, who passed, and their awards. 409 not-over-yet, evaluation-missing.")
    Results.Closing closeOffering(Viewer viewer, @PathVariable String id, @RequestBody OfferingPages.VersionForm form) {
        return office.results().close(viewer, Ids.parse(id), Typed.number(form.version(), -1));
    }

    @PostMapping("/offerings/{id}/decide")
    @Operation(
            operationId = "decideEnrolment",
            summary = "Answer a request with yes or no. 409 decided-already, not-eligible-now.")
    CoursesApi.EnrolmentJson decideEnrolment(
            Viewer viewer, @PathVariable String id, @RequestBody RosterPages.DecisionForm form) {
        UUID offering = Ids.parse(id);
        offerings.get(viewer, offering);
        return CoursesApi.EnrolmentJson.of(cohorts.decide(
                viewer, offering, Typed.uuid("enrolment", form.enrolment()), form.isYes(), Typed.text(form.reason())));
    }

    @PostMapping("/offerings/{id}/cohort")
    @Operation(
            operationId = "enrolMany",
            summary =
                    "Give places to members by their numbers, at most 3000 at once; the same list twice changes nothing.")
    List<Cohorts.Placed> enrolMany(Viewer viewer, @PathVariable String id, @RequestBody RosterPages.CohortForm form) {
        return cohorts.enrolMany(viewer, Ids.parse(id), SessionForm.numbers("numbers", form.numbers()));
    }

    private OfferingJson json(Offering o) {
        return OfferingJson.of(o, office.clock().instant());
    }
}
