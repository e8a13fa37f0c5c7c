package org.kulluna.people;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and roles for programs. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsApi {
    /** A new account with the token of {@code /reset/TOKEN}, by which its owner sets the password within a day. */
    record NewAccount(UUID id, String resetToken) {}

    /** Good once, for a day, at {@code /reset/TOKEN}. */
    record ResetLink(String token) {}

    /** What holds now. */
    record AccountPage(List<AccountView> accounts, @Nullable String next) {}

    private final AccountDesk desk;
    private final ResetLinks links;
    private final SecondFactor secondFactor;
    private final Forms forms;

    AccountsApi(AccountDesk desk, ResetLinks links, SecondFactor secondFactor, Forms forms) {
        this.desk = desk;
        this.links = links;
        this.secondFactor = secondFactor;
        this.forms = forms;
    }

    @GetMapping
    @Operation(operationId = "listAccounts", summary = "Accounts by user name; after continues behind that name.")
    AccountPage listAccounts(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer) {
        Page<AccountView> page = desk.list(viewer, q, AccountPages.role(role), after);
        return new AccountPage(page.rows(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getAccount", summary = "One account with its roles.")
    AccountView getAccount(@PathVariable String id, Viewer viewer) {
        return desk.get(viewer, Ids.parse(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createAccount",
            summary = "An account for a known person, or for somebody new by name. 409 username-taken.")
    NewAccount createAccount(@RequestBody AccountForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_ACCOUNTS);
        forms.check(form);
        UUID id = desk.create(viewer, form);
        return new NewAccount(id, links.issue(viewer, id));
    }

    @PostMapping("/{id}/grants")
    @Operation(operationId = "grantRole", summary = "Give a role, for one unit or for all. Ends the sessions.")
    AccountView grantRole(@PathVariable String id, @RequestBody GrantForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_ACCOUNTS);
        forms.check(form);
        desk.grant(viewer, Ids.parse(id), form);
        return desk.get(viewer, Ids.parse(id));
    }

    @PostMapping("/{id}/grants/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeRole", summary = "Take a role back. Ends the sessions. 409 not-yourself.")
    void revokeRole(@PathVariable String id, @RequestBody GrantForm form, Viewer viewer) {
        desk.revoke(viewer, Ids.parse(id), form);
    }

    @PostMapping("/{id}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "disableAccount", summary = "Close an account. Ends the sessions. 409 not-yourself.")
    void disableAccount(@PathVariable String id, Viewer viewer) {
        desk.disable(viewer, Ids.parse(id));
    }

    @PostMapping("/{id}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "enableAccount", summary = "Open a closed account again.")
    void enableAccount(@PathVariable String id, Viewer viewer) {
        desk.enable(viewer, Ids.parse(id));
    }

    @PostMapping("/{id}/reset-link")
    @Operation(operationId = "issueResetLink", summary = "A one-time link for a new password; earlier links stop.")
    ResetLink issueResetLink(@PathVariable String id, Viewer viewer) {
        return new ResetLink(links.issue(viewer, Ids.parse(id)));
    }

    @PostMapping("/{id}/second-factor/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeSecondFactor", summary = "After a lost phone: the next sign-in enrols anew.")
    void removeSecondFactor(@PathVariable String id, Viewer viewer) {
        secondFactor.remove(viewer, Ids.parse(id));
    }
}
