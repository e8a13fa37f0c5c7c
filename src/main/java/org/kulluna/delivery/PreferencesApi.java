package org.kulluna.delivery;

import io.swagger.v3.oas.annotations.Operation;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When and of what the asker wants to be told, for programs. */
@RestController
@RequestMapping("/api/v1/notification-preferences")
class PreferencesApi {
    private final Preferences preferences;
    private final Forms forms;

    PreferencesApi(Preferences preferences, Forms forms) {
        this.preferences = preferences;
        this.forms = forms;
    }

    @GetMapping
    @Operation(
            operationId = "getNotificationPreferences",
            summary = "The asker's quiet hours (usual: the programme's, shown as they are now), zone and muted themes.")
    PreferenceForm getNotificationPreferences(Viewer viewer) {
        return PreferenceForm.of(preferences.get(viewer.signedIn()), preferences.usual());
    }

    @PutMapping
    @Operation(
            operationId = "changeNotificationPreferences",
            summary = "Change them; version is the one read. The same again changes nothing. 409 changed-meanwhile.")
    PreferenceForm changeNotificationPreferences(Viewer viewer, @RequestBody PreferenceForm form) {
        viewer.signedIn();
        forms.check(form);
        return PreferenceForm.of(preferences.change(viewer, form), preferences.usual());
    }
}
