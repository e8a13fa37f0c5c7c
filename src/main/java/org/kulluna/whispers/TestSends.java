package org.kulluna.whispers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Notices;
import org.kulluna.delivery.Pushes;
import org.kulluna.people.People;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A whisper to its writer's own devices. It has an id of its own, so no figure of the whisper ever meets it. */
@Component
public class TestSends {
    private static final Duration KEPT = Duration.ofHours(1);
    private final Whispers whispers;
    private final TestSendRows rows;
    private final Told told;
    private final Audit audit;
    private final Clock clock;

    /** The ways to the writer, and the language they read. */
    @Component("whisperTold")
    record Told(Notices notices, Pushes pushes, People people) {}

    TestSends(Whispers whispers, TestSendRows rows, Told told, Audit audit, Clock clock) {
        this.whispers = whispers;
        this.rows = rows;
        this.told = told;
        this.audit = audit;
        this.clock = clock;
    }

    /** Once for each id. @throws org.kulluna.shared.Refusal NOT_FOUND */
    @Transactional
    public void send(Viewer viewer, UUID whisper, UUID id) {
        Whisper w = whispers.getWritten(viewer, whisper);
        PersonId writer = viewer.signedIn();
        Instant now = clock.instant();
        if (!rows.insert(id, w, writer, now)) {
            return;
        }
        String path = "/whispers/manage/" + whisper + "/preview";
        told.notices().tell(writer, "whisper-test", args(w), path);
        push(w, writer, path, now);
        audit.record(viewer, "whispers.test", "whisper", whisper);
    }

    private void push(Whisper w, PersonId writer, String path, Instant now) {
        Map<String, Pushes.Text> texts = new HashMap<>();
        w.wordings().forEach(t -> texts.put(t.language(), new Pushes.Text(t.title(), PushText.body(t), path)));
        // Pushes are known by the id of what they tell of; one that comes from a form could be that of a whisper to be.
        UUID message = Ids.next();
        told.pushes().announce(new Pushes.Message(message, "test", "normal", now.plus(KEPT), texts));
        String language = told.people().get(writer).language();
        told.pushes()
                .enqueue(
                        message,
                        List.of(new Pushes.Recipient(
                                writer.value(), w.wording(language).language(), now)));
    }

    private static Map<String, String> args(Whisper w) {
        return Map.of("titleAr", w.title().ar(), "titleEn", w.title().en());
    }
}
