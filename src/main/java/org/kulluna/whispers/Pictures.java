package org.kulluna.whispers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to pictures. */
@Component
public class Pictures {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    /** Decoding takes memory: two at a time, the others wait for them. */
    private final Semaphore room = new Semaphore(2);

    private final PictureRows rows;
    private final Audit audit;
    private final Clock clock;

    Pictures(PictureRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same picture again is the one that is there. @throws Refusal NOT_FOUND; INVALID picture */
    @Transactional
    public Picture add(Viewer viewer, byte @Nullable [] sent) {
        viewer.must(Right.WRITE_WHISPERS);
        if (sent == null || sent.length == 0) {
            throw Refusal.invalid("picture", "required");
        }
        if (sent.length > MOST_BYTES) {
            throw Refusal.invalid("picture", "picture-too-large");
        }
        Pixels.Written written = rewrite(sent);
        UUID id = rows.insert(Ids.next(), hash(written.bytes()), written, viewer.signedIn(), clock.instant());
        audit.record(viewer, "whispers.add-picture", "picture", id);
        return rows.find(id).orElseThrow();
    }

    private Pixels.Written rewrite(byte[] sent) {
        room.acquireUninterruptibly();
        try {
            return Pixels.rewrite(sent);
        } finally {
            room.release();
        }
    }

    /** What was sent is for whoever is signed in; the rest for the desk that works on it. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Picture.File get(Viewer viewer, UUID id) {
        viewer.signedIn();
        boolean may = viewer.mayEverywhere(Right.SEE_WHISPERS)
                || rows.isSent(id)
                || viewer.may(Right.SEE_WHISPERS)
                        && rows.isOf(id, viewer.unitsWith(Right.SEE_WHISPERS), viewer.signedIn());
        return (may ? rows.file(id) : Optional.<Picture.File>empty()).orElseThrow(Refusal::notFound);
    }

    /** For screens, which nobody signs in to: only of what was sent and not taken back. */
    @Transactional(readOnly = true)
    public Optional<Picture.File> findSent(UUID id) {
        return rows.isSent(id) ? rows.file(id) : Optional.empty();
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
