package org.kulluna.whispers;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second pair of eyes: nobody approves words they wrote, and what changes afterwards is looked at again. */
@Component
public class Reviews {
    private static final int LONGEST_REASON = 1000;
    private final WhisperRows rows;
    private final ReviewRows reviews;
    private final Writers writers;
    private final Audit audit;
    private final Clock clock;

    Reviews(WhisperRows rows, ReviewRows reviews, Writers writers, Audit audit, Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.writers = writers;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far it may go is how far whoever asks may, and is approved with it. @throws Refusal NOT_FOUND; CONFLICT changed-meanwhile */
    @Transactional
    public Whisper ask(Viewer viewer, UUID id, int version) {
        Whisper w = lock(viewer, Right.WRITE_WHISPERS, id);
        rows.reach(id, viewer.mayEverywhere(Right.BUILD_AUDIENCES));
        return decide(viewer, w, version, "asked", "", WhisperState.DRAFT, WhisperState.IN_REVIEW);
    }

    /** @throws Refusal NOT_FOUND; CONFLICT changed-meanwhile */
    @Transactional
    public Whisper withdraw(Viewer viewer, UUID id, int version) {
        Whisper w = lock(viewer, Right.WRITE_WHISPERS, id);
        return decide(viewer, w, version, "withdrawn", "", WhisperState.IN_REVIEW, WhisperState.DRAFT);
    }

    /** @throws Refusal NOT_FOUND; CONFLICT changed-meanwhile, own-whisper */
    @Transactional
    public Whisper approve(Viewer viewer, UUID id, int version) {
        Whisper w = lock(viewer, Right.APPROVE_WHISPERS, id);
        if (!mayApprove(viewer, w)) {
            throw Refusal.conflict("own-whisper");
        }
        return decide(viewer, w, version, "approved", "", WhisperState.IN_REVIEW, WhisperState.APPROVED);
    }

    /** @throws Refusal NOT_FOUND; INVALID reason; CONFLICT changed-meanwhile */
    @Transactional
    public Whisper giveBack(Viewer viewer, UUID id, int version, String reason) {
        Whisper w = lock(viewer, Right.APPROVE_WHISPERS, id);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "required");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "too-long");
        }
        return decide(viewer, w, version, "returned", reason.strip(), WhisperState.IN_REVIEW, WhisperState.DRAFT);
    }

    /** Whether these words are somebody else's. */
    @Transactional(readOnly = true)
    public boolean mayApprove(Viewer viewer, Whisper w) {
        return viewer.may(Right.APPROVE_WHISPERS, w.unit())
                && !reviews.authors(w.id()).contains(viewer.signedIn());
    }

    private Whisper lock(Viewer viewer, Right right, UUID id) {
        viewer.must(right);
        Whisper w = rows.lock(id);
        viewer.must(right, w.unit());
        return w;
    }

    /** Said again by the same person, it changes nothing. */
    private Whisper decide(
            Viewer viewer, Whisper w, int version, String kind, String reason, WhisperState from, WhisperState to) {
        PersonId by = viewer.signedIn();
        if (w.state() == to && reviews.isLast(w, kind, by)) {
            return w;
        }
        Instant now = clock.instant();
        if (!rows.move(w.id(), from, version, to, now)) {
            throw Refusal.changedMeanwhile();
        }
        reviews.insert(w, kind, reason, by, now);
        audit.record(viewer, "whispers." + kind, "whisper", w.id());
        if (kind.equals("approved") || kind.equals("returned")) {
            writers.tell(w.id(), w.title(), "whisper-" + kind, reason, by);
        }
        return rows.get(w.id());
    }
}
