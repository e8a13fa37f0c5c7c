package org.kulluna.training;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The week of rooms and instructors for the training office's programs. */
@RestController
@RequestMapping("/api/v1/training/desk")
class TimetableApi {
    private final Timetable timetable;
    private final Clock clock;

    TimetableApi(Timetable timetable, Clock clock) {
        this.timetable = timetable;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    @Operation(
            operationId = "getTimetable",
            summary =
                    "The week from Monday that holds the day (2026-05-24; otherwise today's), by room or by instructor; "
                            + "of other units' sessions only that the time is taken.")
    Week getTimetable(
            Viewer viewer,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "room") String by,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String instructor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        return timetable.week(viewer, TimetableFilter.of(week, by, unit, room, instructor, today));
    }

    @GetMapping("/rooms/free")
    @Operation(
            operationId = "listFreeRooms",
            summary =
                    "Rooms that seat so many people and are free then (2026-05-24T16:00, minutes from 5 to 1440), the "
                            + "smallest first. 422 people, at, minutes.")
    List<Room> listFreeRooms(
            Viewer viewer,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String minutes) {
        return timetable.free(viewer, new Timetable.Wanted(people, at, minutes));
    }
}
