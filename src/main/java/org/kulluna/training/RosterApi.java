package org.kulluna.training;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The trainees and sessions of an offering for programs of the training office. */
@RestController
@RequestMapping("/api/v1/training/desk/offerings/{id}")
class RosterApi {
    /** {@code state} as in the catalogue; {@code score} in percent; minutes and {@code passed} once it is settled. */
    record TraineeJson(
            UUID enrolment,
            @Nullable Long memberNumber,
            LocalizedText name,
            String state,
            String source,
            @Nullable Integer score,
            @Nullable Boolean practicalPassed,
            @Nullable Integer attendedMinutes,
            @Nullable Boolean passed) {
        static TraineeJson of(RosterLine l) {
            return new TraineeJson(
                    l.enrolment(),
                    l.memberNumber(),
                    l.name(),
                    l.state().text(),
                    l.source(),
                    l.score(),
                    l.practicalPassed(),
                    l.attendedMinutes(),
                    l.passed());
        }
    }

    /** @param next what to ask for as {@code after}; null at the end */
    record TraineesJson(
            List<TraineeJson> trainees, @Nullable String next) {}

    private final Cohorts cohorts;
    private final Offerings offerings;
    private final Clock clock;

    RosterApi(Cohorts cohorts, Offerings offerings, Clock clock) {
        this.cohorts = cohorts;
        this.offerings = offerings;
        this.clock = clock;
    }

    @GetMapping("/trainees")
    @Operation(
            operationId = "listTrainees",
            summary = "Who has a place or had one, in the order they came, by name, number and state; paged by after.")
    TraineesJson listTrainees(Viewer viewer, @PathVariable String id, @ModelAttribute TraineeFilter filter) {
        Page<RosterLine> page = cohorts.roster(viewer, Ids.parse(id), filter);
        return new TraineesJson(page.rows().stream().map(TraineeJson::of).toList(), page.next());
    }

    @PostMapping("/withdraw")
    @Operation(
            operationId = "withdrawPlace",
            summary = "Take a place back before the first session, with the reason the person is told. 409 not-now.")
    CoursesApi.EnrolmentJson withdrawPlace(
            Viewer viewer, @PathVariable String id, @RequestBody RosterPages.DecisionForm form) {
        UUID offering = Ids.parse(id);
        offerings.get(viewer, offering);
        return CoursesApi.EnrolmentJson.of(cohorts.withdraw(
                viewer, offering, Typed.uuid("enrolment", form.enrolment()), Typed.text(form.reason())));
    }

    @PostMapping("/sessions/{session}/cancel")
    @Operation(
            operationId = "cancelSession",
            summary = "Take one session out; the others stay. 409 last-session, session-begun, offering-closed.")
    OfferingJson cancelSession(Viewer viewer, @PathVariable String id, @PathVariable String session) {
        return OfferingJson.of(offerings.cancelSession(viewer, Ids.parse(id), Ids.parse(session)), clock.instant());
    }
}
