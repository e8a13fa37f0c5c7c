package org.kulluna.screens;

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

/** Groups of screens for programs of the communications desk. */
@RestController
@RequestMapping("/api/v1/screens/groups")
class GroupsApi {
    private final Groups groups;
    private final Forms forms;

    GroupsApi(Groups groups, Forms forms) {
        this.groups = groups;
        this.forms = forms;
    }

    @GetMapping
    @Operation(operationId = "listScreenGroups", summary = "Groups of one's units with the ids of their screens.")
    List<ScreenGroup> listScreenGroups(Viewer viewer) {
        return groups.list(viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addScreenGroup", summary = "Add a group; the same id again makes no second one.")
    ScreenGroup addScreenGroup(Viewer viewer, @RequestBody GroupForm form) {
        viewer.must(Right.MANAGE_SCREENS);
        forms.check(form);
        return groups.add(viewer, form);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getScreenGroup", summary = "A group with the ids of its screens.")
    ScreenGroup getScreenGroup(Viewer viewer, @PathVariable String id) {
        return groups.get(viewer, Ids.parse(id));
    }

    @PutMapping("/{id}")
    @Operation(
            operationId = "changeScreenGroup",
            summary = "Name it anew and say which screens are in it, all of them.")
    ScreenGroup changeScreenGroup(Viewer viewer, @PathVariable String id, @RequestBody GroupForm form) {
        UUID group = Ids.parse(id);
        groups.get(viewer, group);
        forms.check(form);
        return groups.change(viewer, group, form);
    }

    @PostMapping("/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "retireScreenGroup", summary = "What was aimed at it plays nowhere then.")
    void retireScreenGroup(Viewer viewer, @PathVariable String id) {
        groups.retire(viewer, Ids.parse(id));
    }
}
