package org.kulluna.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to accounts and sessions: who signs in, with what, and for how long. */
@Component
public class Accounts {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountRows rows;
    private final OpenSessions sessions;
    private final SignInGuard guard;
    private final PasswordEncoder passwords;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;
    private final boolean secondFactor;
    private final String nobodysHash;

    Accounts(
            AccountRows rows,
            OpenSessions sessions,
            SignInGuard guard,
            PasswordEncoder passwords,
            Keys keys,
            Audit audit,
            Clock clock,
            @Value("${kulluna.second-factor:true}") boolean secondFactor) {
        this.rows = rows;
        this.sessions = sessions;
        this.guard = guard;
        this.passwords = passwords;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.secondFactor = secondFactor;
        this.nobodysHash = String.valueOf(passwords.encode("nobody has this password"));
    }

    /** @throws Refusal CONFLICT username-taken */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID create(Viewer by, PersonId person, String username, String password) {
        UUID id = Ids.next();
        String hash = String.valueOf(passwords.encode(password));
        if (!rows.insert(id, person, username.toLowerCase(Locale.ROOT), hash, clock.instant())) {
            throw Refusal.conflict("username-taken");
        }
        audit.record(by, "people.create-account", "account", id);
        return id;
    }

    /**
     * The same answer and about the same time for an unknown name and a wrong password.
     *
     * @param address the caller's network address, for the lock-out
     * @throws Refusal SIGN_IN wrong-credentials, TOO_MANY locked-out
     */
    @Transactional(noRollbackFor = Refusal.class)
    public Session signIn(String username, String password, String address, Session.Kind kind) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        guard.enter(name, address);
        Optional<Account> account = rows.findByUsername(name);
        boolean right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(nobodysHash));
        if (!right || account.isEmpty() || account.get().disabled()) {
            throw Refusal.of(Refusal.Kind.SIGN_IN, "wrong-credentials");
        }
        guard.forget(name, address);
        return open(account.get(), kind);
    }

    private Session open(Account account, Session.Kind kind) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        boolean due = secondFactor
                && (account.secondFactor()
                        || rows.listRoles(account.person()).stream().anyMatch(Role::needsSecondFactor));
        rows.insertSession(hash(token), account.id(), kind, due, now, now.plus(Session.LIFE));
        audit.record(
                new Viewer(account.person(), account.id(), java.util.List.of(), due),
                "people.sign-in",
                "account",
                account.id());
        return new Session(token, now.plus(Session.LIFE), due);
    }

    /** The viewer behind a live token. Roles that need a second factor are held back until it was given. */
    @Transactional(readOnly = true)
    public Optional<Viewer> findViewer(String token, Session.Kind kind) {
        return rows.findViewer(hash(token), kind, clock.instant());
    }

    /** Ends every session of the person, and tells it: at a change of roles, password, standing or account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endSessions(PersonId person) {
        sessions.endAll(person);
    }

    /** @param unit null for all units */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(Viewer by, PersonId person, Role role, @Nullable String unit) {
        rows.insertGrant(Ids.next(), person, role, unit, by.person(), clock.instant());
        sessions.endAll(person);
        if (!AccountDesk.PLAIN.contains(role.name())) {
            // Whoever made a link for a plain account must not open a desk with it.
            rows.deleteResetLinksOfOthers(person, by.person());
        }
        audit.record(by, "people.grant", "person", person, role.name(), unit == null ? "" : unit);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(Viewer by, PersonId person, Role role, @Nullable String unit) {
        rows.revokeGrant(person, role, unit, by.person(), clock.instant());
        sessions.endAll(person);
        audit.record(by, "people.revoke", "person", person, role.name(), unit == null ? "" : unit);
    }

    byte[] hash(String token) {
        return keys.hash(Keys.Purpose.TOKEN, token);
    }
}
