package org.kulluna.people;

import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which sessions still open anything: for answers that stay open longer than a request. A session ends with its time, at
 * sign-out, and whenever its person's roles, password or account change.
 */
@Component
public class OpenSessions {
    /** The browser's cookie with the session's token. */
    public static final String COOKIE = "kulluna";

    private final AccountRows rows;
    private final Keys keys;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OpenSessions(AccountRows rows, Keys keys, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void end(@Nullable String token) {
        if (token != null) {
            String fingerprint = fingerprint(token);
            rows.deleteSession(HexFormat.of().parseHex(fingerprint));
            events.publishEvent(new SignedOut(fingerprint));
        }
    }

    /** Ends every session of the person. */
    @Transactional(propagation = Propagation.MANDATORY)
    void endAll(PersonId person) {
        rows.deleteSessionsOf(person);
        events.publishEvent(new SessionsEnded(person));
    }

    /**
     * Nobody ends that session behind the caller's transaction: whoever does waits, and then finds what it left.
     *
     * @throws Refusal SIGN_IN sign-in-first when it was ended meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String fingerprint) {
        if (!rows.holdOpen(HexFormat.of().parseHex(fingerprint), clock.instant())) {
            throw Refusal.of(Refusal.Kind.SIGN_IN, "sign-in-first");
        }
    }

    /** Names the session without opening it. */
    public String fingerprint(String token) {
        return HexFormat.of().formatHex(keys.hash(Keys.Purpose.TOKEN, token));
    }

    /** Those of the fingerprints whose sessions are open now. */
    @Transactional(readOnly = true)
    public Set<String> listOpen(Set<String> fingerprints) {
        List<byte[]> hashes =
                fingerprints.stream().map(HexFormat.of()::parseHex).toList();
        Set<String> open = new HashSet<>();
        rows.listOpen(hashes, clock.instant())
                .forEach(hash -> open.add(HexFormat.of().formatHex(hash)));
        return open;
    }
}
