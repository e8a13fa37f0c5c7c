package org.kulluna.delivery;

import java.time.Clock;
import java.util.UUID;
import org.kulluna.people.OpenSessions;
import org.kulluna.people.PersonErased;
import org.kulluna.people.SessionsEnded;
import org.kulluna.people.SignedOut;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to one's own devices. A page says its subscription again each time it is opened, which also mends it. */
@Component
class Subscriptions {
    /** Devices of one person; the one not seen for longest gives way. */
    static final int MOST = 10;

    private final SubscriptionRows rows;
    private final PushServices services;
    private final OpenSessions sessions;
    private final Clock clock;

    Subscriptions(SubscriptionRows rows, PushServices services, OpenSessions sessions, Clock clock) {
        this.rows = rows;
        this.services = services;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Sent again it changes nothing; the same browser under another person moves over.
     *
     * @param session the fingerprint of the session it was said in: signing out of it ends the subscription
     * @throws Refusal INVALID endpoint, p256dh, auth; SIGN_IN when that session was ended meanwhile; CONFLICT when the id is another device's
     */
    @Transactional
    void put(Viewer viewer, UUID id, SubscriptionForm form, String session) {
        PersonId person = viewer.signedIn();
        Subscription subscription = form.read(services);
        sessions.hold(session);
        rows.deleteOthers(id, subscription.hash());
        if (!rows.put(id, person, subscription, session, clock.instant())) {
            throw Refusal.conflict("push-id-taken");
        }
        rows.deleteOldest(person, MOST);
    }

    @Transactional
    void remove(Viewer viewer, UUID id) {
        rows.delete(id, viewer.signedIn());
    }

    @EventListener
    void on(PersonErased erased) {
        rows.deleteAll(erased.person());
    }

    @EventListener
    void on(SessionsEnded ended) {
        rows.deleteAll(ended.person());
    }

    @EventListener
    void on(SignedOut out) {
        rows.deleteOfSession(out.fingerprint());
    }
}
