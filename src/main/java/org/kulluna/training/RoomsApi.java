package org.kulluna.training;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms for programs of the training office. */
@RestController
@RequestMapping("/api/v1/training/desk/rooms")
class RoomsApi {
    private final Rooms rooms;
    private final Forms forms;

    RoomsApi(Rooms rooms, Forms forms) {
        this.rooms = rooms;
        this.forms = forms;
    }

    @GetMapping
    @Operation(
            operationId = "listRooms",
            summary = "Rooms in use, of all units: one unit's may hold another's session.")
    List<Room> listRooms(Viewer viewer) {
        viewer.must(Right.RUN_COURSES);
        return rooms.list(viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addRoom", summary = "Add a room; the same id again makes no second one.")
    Room addRoom(Viewer viewer, @RequestBody RoomForm form) {
        viewer.must(Right.RUN_COURSES);
        forms.check(form);
        return rooms.add(viewer, form);
    }

    @PutMapping("/{id}")
    @Operation(operationId = "changeRoom", summary = "Change a room; its unit stays.")
    Room changeRoom(Viewer viewer, @PathVariable String id, @RequestBody RoomForm form) {
        UUID room = Ids.parse(id);
        rooms.get(viewer, room);
        forms.check(form);
        return rooms.change(viewer, room, form);
    }

    @PostMapping("/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "retireRoom", summary = "No new session takes place there. 409 room-in-use.")
    void retireRoom(Viewer viewer, @PathVariable String id) {
        rooms.retire(viewer, Ids.parse(id));
    }
}
