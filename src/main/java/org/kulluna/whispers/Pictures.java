package org.kulluna.whispers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to pictures. */
@Component
public class Pictures {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    /** Decoding takes memory: so many at a time. Others wait for a moment and are then asked to come again. */
    static final int AT_ONCE = 2;

    static final Duration PATIENCE = Duration.ofSeconds(2);
    static final Semaphore ROOM = new Semaphore(AT_ONCE);

    private final PictureRows rows;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Pictures(PictureRows rows, Audit audit, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * The same picture again is the one that is there. It is decoded before the transaction begins: no line to the database
     * is held meanwhile.
     *
     * @throws Refusal NOT_FOUND; INVALID picture; BUSY picture-busy while others are decoded
     */
    @Transactional(propagation = Propagation.NEVER)
    public Picture add(Viewer viewer, byte @Nullable [] sent) {
        viewer.must(Right.WRITE_WHISPERS);
        if (sent == null || sent.length == 0) {
            throw Refusal.invalid("picture", "required");
        }
        if (sent.length > MOST_BYTES) {
            throw Refusal.invalid("picture", "picture-too-large");
        }
        Pixels.Written written = rewrite(sent);
        return Objects.requireNonNull(transaction.execute(t -> keep(viewer, written)));
    }

    private Picture keep(Viewer viewer, Pixels.Written written) {
        UUID id = rows.insert(Ids.next(), hash(written.bytes()), written, viewer.signedIn(), clock.instant());
        audit.record(viewer, "whispers.add-picture", "picture", id);
        return rows.find(id).orElseThrow();
    }

    private Pixels.Written rewrite(byte[] sent) {
        if (!enter()) {
            throw Refusal.of(Refusal.Kind.BUSY, "picture-busy");
        }
        try {
            return Pixels.rewrite(sent);
        } finally {
            ROOM.release();
        }
    }

    private boolean enter() {
        try {
            return ROOM.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
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
