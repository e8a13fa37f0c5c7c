package org.kulluna.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One-time links that set a new password: 256 random bits, shown once, stored hashed, good for a day. */
@Component
class ResetLinks {
    static final Duration LIFE = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ResetLinkRows rows;
    private final AccountDesk desk;
    private final AccountDeskRows accountRows;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;

    ResetLinks(
            ResetLinkRows rows,
            AccountDesk desk,
            AccountDeskRows accountRows,
            Accounts accounts,
            PasswordEncoder passwords,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.desk = desk;
        this.accountRows = accountRows;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the token of {@code /reset/TOKEN}, to be handed over and forgotten */
    @Transactional
    public String issue(Viewer viewer, UUID account) {
        viewer.mustEverywhere(Right.ISSUE_RESET_LINK);
        desk.get(viewer, account);
        return make(viewer, account, viewer.signedIn().value());
    }

    /** For the command that makes the first administrator: who sits at the machine owns it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String make(Viewer by, UUID account, UUID issuer) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        rows.insert(hash(token), account, issuer, now, now.plus(LIFE));
        audit.record(by, "people.issue-reset", "account", account);
        return token;
    }

    /** @throws Refusal CONFLICT reset-link-dead when it was used, is over or never was */
    @Transactional(readOnly = true)
    public String username(String token) {
        return target(token).username();
    }

    /** Sets the password and ends every session. */
    @Transactional
    public void use(String token, @Nullable String password) {
        ResetLinkRows.Target target = target(token);
        PasswordRule.fault(password, target.username()).ifPresent(fault -> {
            throw Refusal.invalid("password", fault);
        });
        Instant now = clock.instant();
        String hash = String.valueOf(passwords.encode(password));
        if (!rows.use(hash(token), now) || !accountRows.setPassword(target.account(), hash)) {
            throw dead();
        }
        AccountView account = accountRows.find(target.account()).orElseThrow();
        accounts.endSessions(account.person());
        Viewer owner = new Viewer(account.person(), account.id(), List.of(), false);
        audit.record(owner, "people.reset-password", "account", account.id(), "password_hash");
    }

    private ResetLinkRows.Target target(String token) {
        return rows.find(hash(token), clock.instant()).orElseThrow(ResetLinks::dead);
    }

    private byte[] hash(String token) {
        return accounts.hash("reset:" + token);
    }

    private static Refusal dead() {
        return Refusal.conflict("reset-link-dead");
    }
}
