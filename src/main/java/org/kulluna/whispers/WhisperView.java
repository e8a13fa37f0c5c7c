package org.kulluna.whispers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audience.Audiences;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.CodeNames;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the desk's pages show besides the whisper itself. */
@Component("whisperView")
class WhisperView {
    /** A client-made id of what is to be made. */
    record IdForm(@Nullable String id) {}

    /** Which version is meant; why it is given back; which revision comes back. */
    record VersionForm(
            @Nullable String version,
            @Nullable String reason,
            @Nullable String number) {
        int at() {
            return Typed.number(version, -1);
        }
    }

    private final Whispers whispers;
    private final Reviews reviews;
    private final Audiences audiences;
    private final Sending sending;
    private final Labels labels;

    WhisperView(Whispers whispers, Reviews reviews, Audiences audiences, Sending sending, Labels labels) {
        this.audiences = audiences;
        this.whispers = whispers;
        this.reviews = reviews;
        this.sending = sending;
        this.labels = labels;
    }

    /** The units in which the viewer holds the right. */
    List<String> fillUnits(Viewer viewer, Right right, Model model) {
        CodeNames names = labels.all();
        List<String> mine = names.units().keySet().stream()
                .filter(u -> viewer.may(right, u))
                .toList();
        model.addAttribute("labels", names);
        model.addAttribute("units", mine);
        return mine;
    }

    /** What the form offers. */
    List<String> fillForm(Viewer viewer, Model model) {
        model.addAttribute("choices", audiences.choices(viewer));
        model.addAttribute("segments", whispers.listSegments(viewer));
        return fillUnits(viewer, Right.WRITE_WHISPERS, model);
    }

    void fill(Viewer viewer, UUID id, Model model) {
        Whisper w = whispers.get(viewer, id);
        model.addAttribute("whisper", w);
        model.addAttribute("timeline", whispers.timeline(viewer, id));
        model.addAttribute("sending", sending.get(viewer, id));
        model.addAttribute("mayApprove", reviews.mayApprove(viewer, w));
        model.addAttribute("labels", labels.all());
    }
}
