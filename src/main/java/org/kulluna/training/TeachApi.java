package org.kulluna.training;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sessions for instructors' programs and screens in rooms. */
@RestController
@RequestMapping("/api/v1/training/teach")
class TeachApi {
    /** @param code six letters and digits, changing at {@code changesAt} */
    record ScreenJson(String code, java.time.Instant changesAt, long in, List<Trainee> trainees) {}

    private final SessionRoom room;
    private final Clock clock;

    TeachApi(SessionRoom room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "openSession", summary = "The room's code and who is in. 404 when you do not teach it.")
    ScreenJson openSession(Viewer viewer, @PathVariable String id) {
        SessionRoom.Screen s = room.open(viewer, Ids.parse(id));
        return new ScreenJson(s.code(), s.changesAt(), s.in(), s.trainees());
    }

    @PostMapping("/{id}/mark")
    @Operation(
            operationId = "markTrainee",
            summary = "Say that somebody is in, out or absent, with a reason. 409 with why the book did not take it.")
    CoursesApi.HereJson markTrainee(Viewer viewer, @PathVariable String id, @RequestBody TeachPages.MarkForm form) {
        var outcome = TeachPages.mark(room, viewer, Ids.parse(id), form, clock);
        return new CoursesApi.HereJson(outcome.id(), outcome.state().name().toLowerCase(java.util.Locale.ROOT));
    }
}
