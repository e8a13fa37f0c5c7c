package org.kulluna.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's pages of accounts and roles. */
@Controller
@RequestMapping("/people/accounts")
class AccountPages {
    private final AccountDesk desk;
    private final ResetLinks links;
    private final SecondFactor secondFactor;
    private final Forms forms;

    AccountPages(AccountDesk desk, ResetLinks links, SecondFactor secondFactor, Forms forms) {
        this.desk = desk;
        this.links = links;
        this.secondFactor = secondFactor;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer,
            Model model) {
        model.addAttribute("accounts", desk.list(viewer, q, role(role), after));
        model.addAttribute("q", q);
        model.addAttribute("role", role);
        model.addAttribute("manages", viewer.mayEverywhere(Right.MANAGE_ACCOUNTS));
        return "people/accounts";
    }

    @GetMapping("/new")
    String add(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String person,
            Viewer viewer,
            Model model) {
        model.addAttribute("newcomers", desk.listNewcomers(viewer, q));
        model.addAttribute("q", q);
        model.addAttribute("form", AccountForm.forPerson(person));
        return "people/addAccount";
    }

    @PostMapping
    String createAccount(
            @ModelAttribute AccountForm form, @RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        var newcomers = desk.listNewcomers(viewer, q);
        return forms.submit(
                form,
                model,
                "people/addAccount",
                () -> {
                    model.addAttribute("newcomers", newcomers);
                    model.addAttribute("q", q);
                },
                () -> showLink(desk.create(viewer, form), viewer, model));
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Viewer viewer, Model model) {
        fill(Ids.parse(id), viewer, model);
        model.addAttribute("form", new GrantForm("", ""));
        return "people/account";
    }

    @PostMapping("/{id}/grants")
    String grantRole(
            @PathVariable String id,
            @ModelAttribute GrantForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        UUID account = Ids.parse(id);
        viewer.mustEverywhere(Right.MANAGE_ACCOUNTS);
        return forms.submit(form, model, "people/account", () -> fill(account, viewer, model), () -> {
            desk.grant(viewer, account, form);
            return Done.redirect(response, "role-granted", "/people/accounts/" + account);
        });
    }

    @PostMapping("/{id}/grants/revoke")
    String revokeRole(
            @PathVariable String id, @ModelAttribute GrantForm form, Viewer viewer, HttpServletResponse response) {
        desk.revoke(viewer, Ids.parse(id), form);
        return Done.redirect(response, "role-revoked", "/people/accounts/" + Ids.parse(id));
    }

    @PostMapping("/{id}/disable")
    String disableAccount(@PathVariable String id, Viewer viewer, HttpServletResponse response) {
        desk.disable(viewer, Ids.parse(id));
        return Done.redirect(response, "account-disabled", "/people/accounts/" + Ids.parse(id));
    }

    @PostMapping("/{id}/enable")
    String enableAccount(@PathVariable String id, Viewer viewer, HttpServletResponse response) {
        desk.enable(viewer, Ids.parse(id));
        return Done.redirect(response, "account-enabled", "/people/accounts/" + Ids.parse(id));
    }

    /** Shows the link on the answer itself: it is nowhere else, and asking again makes another. */
    @PostMapping("/{id}/reset-link")
    String issueResetLink(@PathVariable String id, Viewer viewer, Model model) {
        return showLink(Ids.parse(id), viewer, model);
    }

    @PostMapping("/{id}/second-factor/remove")
    String removeSecondFactor(@PathVariable String id, Viewer viewer, HttpServletResponse response) {
        secondFactor.remove(viewer, Ids.parse(id));
        return Done.redirect(response, "second-factor-removed", "/people/accounts/" + Ids.parse(id));
    }

    private String showLink(UUID account, Viewer viewer, Model model) {
        model.addAttribute("account", desk.get(viewer, account));
        model.addAttribute("token", links.issue(viewer, account));
        return "people/resetLink";
    }

    private void fill(UUID id, Viewer viewer, Model model) {
        boolean manages = viewer.mayEverywhere(Right.MANAGE_ACCOUNTS);
        model.addAttribute("account", desk.get(viewer, id));
        model.addAttribute("manages", manages);
        model.addAttribute("units", manages ? desk.listUnits(viewer) : java.util.Map.of());
    }

    static @Nullable Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
