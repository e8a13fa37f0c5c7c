package org.kulluna.whispers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Live;
import org.kulluna.delivery.Pushes;
import org.kulluna.policies.Policies;
import org.kulluna.policies.PolicyName;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets an approved whisper go, now or at a time, and takes it back. Here it is only let go, in one short transaction; who
 * gets it is planned right after by {@link SendingWork}, on whichever node is first.
 */
@Component
public class Sending {
    /** Something is to be planned or pushed: heard once the transaction is through. */
    record Released(UUID whisper) {}

    private final SendingRows rows;
    private final Policies policies;
    private final Outwards outwards;
    private final Audit audit;
    private final Clock clock;

    /** Whom it tells. */
    @Component("sendingOutwards")
    record Outwards(Live live, Pushes pushes, Writers writers, ApplicationEventPublisher events) {}

    Sending(SendingRows rows, Policies policies, Outwards outwards, Audit audit, Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.outwards = outwards;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SendingView get(Viewer viewer, UUID whisper) {
        SendingView view = rows.get(whisper);
        viewer.must(Right.SEE_WHISPERS, view.unit());
        return view;
    }

    /** Sends it now; sent already, nothing changes. @throws Refusal CONFLICT whisper-not-approved, whisper-over, whisper-too-wide */
    @Transactional
    public SendingView release(Viewer viewer, UUID whisper) {
        SendingView view = lock(viewer, whisper);
        if (view.isSent()) {
            return view;
        }
        if (!view.mayGo()) {
            throw Refusal.conflict("whisper-not-approved");
        }
        Instant now = clock.instant();
        if (view.isOver(now)) {
            throw Refusal.conflict("whisper-over");
        }
        mustReach(viewer, view);
        if (!go(viewer, view, now)) {
            throw Refusal.conflict("whisper-not-approved");
        }
        return rows.get(whisper);
    }

    /** @param at when null, as the whisper's own plan says. @throws Refusal INVALID when the time is past or behind its end */
    @Transactional
    public SendingView schedule(Viewer viewer, UUID whisper, @Nullable Instant at) {
        SendingView view = lock(viewer, whisper);
        Instant when = at == null ? view.sendAt() : at;
        if (!view.mayGo()) {
            throw Refusal.conflict("whisper-not-approved");
        }
        Instant end = view.expiresAt();
        if (when == null || !when.isAfter(clock.instant()) || end != null && !when.isBefore(end)) {
            throw Refusal.invalid("sendAt", "send-at");
        }
        if (!view.state().equals("scheduled") || !when.equals(view.sendAt())) {
            mustReach(viewer, view);
            rows.schedule(whisper, when, clock.instant());
            audit.record(viewer, "whispers.schedule", "whisper", whisper, "send_at");
        }
        return rows.get(whisper);
    }

    /** It stays approved and waits. Not scheduled any more, nothing changes, unless it went. @throws Refusal CONFLICT */
    @Transactional
    public SendingView unschedule(Viewer viewer, UUID whisper) {
        SendingView view = lock(viewer, whisper);
        if (view.isSent()) {
            throw Refusal.conflict("whisper-sent");
        }
        if (view.state().equals("scheduled")) {
            rows.unschedule(whisper, clock.instant());
            audit.record(viewer, "whispers.unschedule", "whisper", whisper, "send_at");
        }
        return rows.get(whisper);
    }

    /**
     * Takes it out of inboxes in which it was not read, off lock screens and off screens. What was reached stays reached.
     *
     * @throws Refusal CONFLICT whisper-not-sent
     */
    @Transactional
    public SendingView recall(Viewer viewer, UUID whisper) {
        SendingView view = rows.lock(whisper);
        viewer.must(Right.SEE_WHISPERS, view.unit());
        if (!viewer.may(Right.WRITE_WHISPERS, view.unit()) && !viewer.may(Right.APPROVE_WHISPERS, view.unit())) {
            throw Refusal.notFound();
        }
        if (!view.isSent()) {
            throw Refusal.conflict("whisper-not-sent");
        }
        if (rows.recall(whisper, clock.instant())) {
            outwards.pushes().withdraw(whisper);
            outwards.live().publish(Live.SCREENS, "whispers");
            outwards.live().publish(Live.SESSIONS, "withdrawn");
            audit.record(viewer, "whispers.recall", "whisper", whisper, "state");
        }
        return rows.get(whisper);
    }

    /**
     * Lets go whatever is due. What ended while the house was down, and what nobody approved as it stands, goes back to the
     * desk, and its writers are told. How many were taken.
     */
    @Transactional
    public int releaseDue() {
        Instant now = clock.instant();
        List<SendingView> due = rows.takeDue(now);
        for (SendingView view : due) {
            if (view.isOver(now)) {
                rows.unschedule(view.id(), now);
                audit.record(Viewer.HOUSE, "whispers.miss", "whisper", view.id(), "expires_at");
                outwards.writers().tell(view.id(), view.title(), "whisper-missed", "", null);
            } else if (!go(Viewer.HOUSE, view, now)) {
                rows.giveBack(view.id(), now);
                audit.record(Viewer.HOUSE, "whispers.miss", "whisper", view.id(), "state");
                outwards.writers().tell(view.id(), view.title(), "whisper-unapproved", "", null);
            }
        }
        return due.size();
    }

    /** How far it reaches was approved with it: whoever lets it go neither widens nor narrows that. */
    private static void mustReach(Viewer viewer, SendingView view) {
        if (view.everywhere() && !viewer.mayEverywhere(Right.BUILD_AUDIENCES)) {
            throw Refusal.conflict("whisper-too-wide");
        }
    }

    private SendingView lock(Viewer viewer, UUID whisper) {
        SendingView view = rows.lock(whisper);
        viewer.must(Right.WRITE_WHISPERS, view.unit());
        return view;
    }

    /** False when nobody approved it as it stands. */
    private boolean go(Viewer viewer, SendingView view, Instant now) {
        int days = policies.now(PolicyName.WHISPERS).number("shown_days");
        if (!rows.release(view.id(), now, now.plus(Duration.ofDays(days)))) {
            return false;
        }
        // The reason itself stands with the whisper: the trail names fields, never what they say.
        audit.record(viewer, "whispers.send", "whisper", view.id(), view.urgent() ? "urgent_reason" : "state");
        if (view.onScreens() || view.urgent()) {
            outwards.live().publish(Live.SCREENS, view.urgent() ? "urgent" : "whispers");
        }
        if (view.onApp() && view.urgent()) {
            outwards.live().publish(Live.SESSIONS, "urgent");
        }
        outwards.events().publishEvent(new Released(view.id()));
        return true;
    }
}
