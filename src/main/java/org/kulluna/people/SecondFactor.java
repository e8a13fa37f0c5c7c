package org.kulluna.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factor: a code from the person's own device (RFC 6238), after the password. */
@Component
class SecondFactor {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecondFactorRows rows;
    private final AccountDeskRows accountRows;
    private final Accounts accounts;
    private final SignInGuard guard;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;

    SecondFactor(
            SecondFactorRows rows,
            AccountDeskRows accountRows,
            Accounts accounts,
            SignInGuard guard,
            Keys keys,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.accountRows = accountRows;
        this.accounts = accounts;
        this.guard = guard;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the page shows; makes the secret on the first look. */
    @Transactional
    public Enrolment enrol(Viewer viewer) {
        UUID account = account(viewer);
        SecondFactorRows.State state = rows.find(account).orElseThrow(Refusal::notFound);
        if (state.confirmed()) {
            return new Enrolment(true, null, null);
        }
        if (state.secret() == null) {
            byte[] random = new byte[20];
            RANDOM.nextBytes(random);
            rows.begin(account, keys.seal(Totp.base32(random)));
            state = rows.find(account).orElseThrow();
        }
        String secret = keys.open(java.util.Objects.requireNonNull(state.secret()));
        return new Enrolment(false, secret, address(state.username(), secret));
    }

    /**
     * Opens the rest of the house to this session. The first right code also confirms the device.
     *
     * Tries are counted for the account wherever they come from: who tries has its password already, and six digits are
     * few.
     *
     * @param token the session's own token
     * @throws Refusal INVALID wrong-code, TOO_MANY locked-out
     */
    @Transactional(noRollbackFor = Refusal.class)
    public void give(Viewer viewer, String token, String code) {
        UUID account = account(viewer);
        String name = "second-factor:" + account;
        guard.enter(name, "");
        SecondFactorRows.State state = rows.find(account).orElseThrow(Refusal::notFound);
        if (state.secret() == null) {
            throw Refusal.conflict("second-factor-first");
        }
        byte[] secret = Totp.fromBase32(keys.open(state.secret()));
        OptionalLong step = Totp.match(secret, code, clock.instant(), state.lastStep());
        if (step.isEmpty() || !rows.take(account, step.getAsLong(), clock.instant())) {
            throw Refusal.invalid("code", "wrong-code");
        }
        guard.forget(name, "");
        rows.clearDue(accounts.hash(token));
        audit.record(
                viewer, state.confirmed() ? "people.second-factor" : "people.enrol-second-factor", "account", account);
    }

    /** After a lost device: the sessions end, and the next sign-in enrols anew. */
    @Transactional
    public void remove(Viewer viewer, UUID account) {
        viewer.mustEverywhere(Right.MANAGE_ACCOUNTS);
        AccountView owner = accountRows.find(account).orElseThrow(Refusal::notFound);
        if (rows.remove(account)) {
            accounts.endSessions(owner.person());
            audit.record(viewer, "people.remove-second-factor", "account", account, "second_factor");
        }
    }

    private static UUID account(Viewer viewer) {
        viewer.signedIn();
        UUID account = viewer.accountId();
        if (account == null) {
            throw Refusal.of(Refusal.Kind.SIGN_IN, "sign-in-first");
        }
        return account;
    }

    /** Key URI format as the authenticator apps read it. */
    private static String address(String username, String secret) {
        String label = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Kulluna:" + label + "?secret=" + secret
                + "&issuer=Kulluna&algorithm=SHA1&digits=6&period=" + Totp.STEP_SECONDS;
    }
}
