package org.kulluna.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk's door to accounts. An administrator reaches all of them; a membership officer only those that hold no
 * desk role, because whoever sets a password may act as its owner.
 */
@Component
class AccountDesk {
    static final int PAGE = 50;
    private static final SecureRandom RANDOM = new SecureRandom();
    static final List<String> PLAIN =
            List.of(Role.APPLICANT.name(), Role.MEMBER.name(), Role.STUDENT.name(), Role.SHIFT_LEADER.name());

    private final AccountDeskRows rows;
    private final Accounts accounts;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    AccountDesk(AccountDeskRows rows, Accounts accounts, People people, Audit audit, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** By user name; {@code after} is the last one seen. */
    @Transactional(readOnly = true)
    public Page<AccountView> list(Viewer viewer, String words, @Nullable Role role, String after) {
        viewer.mustEverywhere(Right.ISSUE_RESET_LINK);
        List<String> plainOnly = viewer.mayEverywhere(Right.MANAGE_ACCOUNTS) ? null : PLAIN;
        return Page.of(rows.list(words, role, plainOnly, after, PAGE + 1), PAGE, AccountView::username);
    }

    @Transactional(readOnly = true)
    public AccountView get(Viewer viewer, UUID id) {
        viewer.mustEverywhere(Right.ISSUE_RESET_LINK);
        AccountView account = rows.find(id).orElseThrow(Refusal::notFound);
        boolean plain =
                account.grants().stream().allMatch(g -> PLAIN.contains(g.role().name()));
        if (!plain && !viewer.mayEverywhere(Right.MANAGE_ACCOUNTS)) {
            throw Refusal.notFound();
        }
        return account;
    }

    @Transactional(readOnly = true)
    public List<Newcomer> listNewcomers(Viewer viewer, String words) {
        viewer.mustEverywhere(Right.MANAGE_ACCOUNTS);
        return words.isBlank() ? List.of() : rows.listNewcomers(words);
    }

    @Transactional(readOnly = true)
    public Map<String, LocalizedText> listUnits(Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_ACCOUNTS);
        return rows.listUnits();
    }

    /** An account nobody can enter until its owner sets a password by a reset link. */
    @Transactional
    public UUID create(Viewer viewer, AccountForm form) {
        viewer.mustEverywhere(Right.MANAGE_ACCOUNTS);
        byte[] unknown = new byte[32];
        RANDOM.nextBytes(unknown);
        return accounts.create(
                viewer,
                owner(viewer, form),
                String.valueOf(form.username()),
                Base64.getEncoder().encodeToString(unknown));
    }

    private PersonId owner(Viewer viewer, AccountForm form) {
        if (!form.isForSomebodyNew()) {
            PersonId known = PersonId.of(String.valueOf(form.person()));
            Person person = people.get(known);
            if (person.erased() || person.mergedInto() != null) {
                throw Refusal.notFound();
            }
            if (rows.hasAccount(known)) {
                throw Refusal.conflict("account-already");
            }
            return known;
        }
        String ar = form.nameAr() == null ? "" : form.nameAr().strip();
        String en = form.nameEn() == null ? "" : form.nameEn().strip();
        if (ar.isEmpty() && en.isEmpty()) {
            throw Refusal.invalid("nameAr", "required");
        }
        return people.create(
                viewer,
                new NewPerson(
                        new LocalizedText(ar, en),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        "",
                        null,
                        null,
                        List.of("app"),
                        "ar"));
    }

    @Transactional
    public void grant(Viewer viewer, UUID id, GrantForm form) {
        AccountView account = managed(viewer, id);
        Role role = form.parsedRole();
        String unit = form.parsedUnit();
        if (form.isMisbound()) {
            throw Refusal.invalid("unit", "role-has-no-unit");
        }
        if (unit != null && !rows.isUnit(unit)) {
            throw Refusal.invalid("unit", "not-a-choice");
        }
        accounts.grant(viewer, account.person(), role, unit);
    }

    /** Nobody takes the keys from themselves: somebody must remain who can give them back. */
    @Transactional
    public void revoke(Viewer viewer, UUID id, GrantForm form) {
        AccountView account = managed(viewer, id);
        Role role = form.parsedRole();
        if (role == Role.ADMINISTRATOR && viewer.is(account.person())) {
            throw Refusal.conflict("not-yourself");
        }
        accounts.revoke(viewer, account.person(), role, form.parsedUnit());
    }

    @Transactional
    public void disable(Viewer viewer, UUID id) {
        AccountView account = managed(viewer, id);
        if (viewer.is(account.person())) {
            throw Refusal.conflict("not-yourself");
        }
        if (rows.disable(id, clock.instant())) {
            accounts.endSessions(account.person());
            audit.record(viewer, "people.disable-account", "account", id, "disabled_at");
        }
    }

    @Transactional
    public void enable(Viewer viewer, UUID id) {
        managed(viewer, id);
        if (rows.enable(id)) {
            audit.record(viewer, "people.enable-account", "account", id, "disabled_at");
        }
    }

    private AccountView managed(Viewer viewer, UUID id) {
        viewer.mustEverywhere(Right.MANAGE_ACCOUNTS);
        return rows.find(id).orElseThrow(Refusal::notFound);
    }
}
