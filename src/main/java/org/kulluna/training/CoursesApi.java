package org.kulluna.training;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Courses and places for members' programs. */
@RestController
@RequestMapping("/api/v1/training")
class CoursesApi {
    /** @param state booked, waiting, requested, interested or what ended it; place is that in the waiting list from 1 */
    record EnrolmentJson(UUID id, UUID offering, String state, int place, String reason, Instant changedAt) {
        static EnrolmentJson of(Enrolment e) {
            return new EnrolmentJson(e.id(), e.offering(), e.state().text(), e.place(), e.reason(), e.changedAt());
        }
    }

    /** @param shut why nobody may enrol now, a refusal's key; empty when one may */
    record MyOfferingJson(OfferingJson offering, @Nullable EnrolmentJson mine, List<Reason> reasons, String shut) {}

    /** @param state recorded, already or repeated */
    record HereJson(UUID id, String state) {}

    private final Courses courses;
    private final Offerings offerings;
    private final Enrolments enrolments;
    private final SessionRoom room;
    private final Clock clock;

    CoursesApi(Courses courses, Offerings offerings, Enrolments enrolments, SessionRoom room, Clock clock) {
        this.courses = courses;
        this.offerings = offerings;
        this.enrolments = enrolments;
        this.room = room;
        this.clock = clock;
    }

    @GetMapping("/courses")
    @Operation(
            operationId = "listCourses",
            summary = "What is taught now, by title; level is foundational, specialised or onboarding.")
    List<Course> listCourses(
            Viewer viewer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String level) {
        return courses.listPublished(viewer, q, level);
    }

    @GetMapping("/courses/{code}")
    @Operation(operationId = "getCourse", summary = "One course.")
    Course getCourse(Viewer viewer, @PathVariable String code) {
        return courses.get(viewer, code);
    }

    @GetMapping("/offerings")
    @Operation(
            operationId = "listOfferings",
            summary = "What is announced and has not begun, soonest first; of one course when it is named.")
    List<OfferingJson> listOfferings(Viewer viewer, @RequestParam(required = false) @Nullable String course) {
        viewer.signedIn();
        Instant now = clock.instant();
        return offerings.listAnnounced(course, 500).stream()
                .map(o -> OfferingJson.of(o, now))
                .toList();
    }

    @GetMapping("/offerings/{id}")
    @Operation(
            operationId = "getOffering",
            summary = "One announced offering, your place in it and what stands between.")
    MyOfferingJson getOffering(Viewer viewer, @PathVariable String id) {
        return mine(enrolments.get(viewer, Ids.parse(id)));
    }

    @PostMapping("/offerings/{id}/enrol")
    @Operation(
            operationId = "enrol",
            summary =
                    "Take a place, ask for one, wait for one, or say that you are interested: as the offering stands. "
                            + "The same id again gives the same answer. 409 not-eligible, overlap, waiting-list-full, id-used, "
                            + "offering-closed, offering-started, offering-not-open-yet, registration-closed.")
    EnrolmentJson enrol(Viewer viewer, @PathVariable String id, @RequestBody CataloguePages.EnrolForm form) {
        return EnrolmentJson.of(enrolments.enrol(viewer, Ids.parse(id), Typed.id(form.id())));
    }

    @PostMapping("/offerings/{id}/cancel")
    @Operation(
            operationId = "cancelEnrolment",
            summary =
                    "Give your place back; it goes to the next who waits. 404 without a place, 409 too-late-to-cancel.")
    EnrolmentJson cancelEnrolment(Viewer viewer, @PathVariable String id) {
        return EnrolmentJson.of(enrolments.cancel(viewer, Ids.parse(id)));
    }

    @GetMapping("/mine")
    @Operation(operationId = "listMyCourses", summary = "Your places in courses, newest first.")
    List<MyOfferingJson> listMyCourses(Viewer viewer) {
        return enrolments.listOwn(viewer).stream().map(this::mine).toList();
    }

    @PostMapping("/sessions/{id}/here")
    @Operation(
            operationId = "sayHere",
            summary =
                    "Show the room's code. 404 without a place; 409 room-code-wrong, session-too-early: nothing is used up.")
    HereJson sayHere(Viewer viewer, @PathVariable String id, @RequestBody HereForm form) {
        var outcome = room.here(viewer, Ids.parse(id), Typed.text(form.code()), Typed.id(form.id()));
        return new HereJson(outcome.id(), outcome.state().name().toLowerCase(java.util.Locale.ROOT));
    }

    private MyOfferingJson mine(OfferingView v) {
        return new MyOfferingJson(
                OfferingJson.of(v.offering(), clock.instant()),
                v.mine() == null ? null : EnrolmentJson.of(v.mine()),
                v.reasons(),
                v.shut());
    }
}
