package org.kulluna.policies;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's pages of policies. */
@Controller
@RequestMapping("/policies")
class PolicyPages {
    private final Policies policies;
    private final Forms forms;

    PolicyPages(Policies policies, Forms forms) {
        this.policies = policies;
        this.forms = forms;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        model.addAttribute(
                "policies",
                Arrays.stream(PolicyName.values()).map(policies::now).toList());
        return "policies/list";
    }

    @GetMapping("/{name}")
    String show(@PathVariable String name, Viewer viewer, Model model) {
        Policies.Policy policy = fill(name, viewer, model);
        Map<String, String> value = new LinkedHashMap<>();
        policy.name().fields().forEach(f -> value.put(f, String.valueOf(policy.number(f))));
        model.addAttribute("form", new PolicyForm(value, "", String.valueOf(policy.version())));
        return "policies/show";
    }

    @PostMapping("/{name}")
    String setPolicy(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        PolicyName policy = parse(name);
        PolicyForm form = new PolicyForm(typed, typed.getOrDefault("reason", ""), typed.getOrDefault("version", ""));
        return forms.submit(form, model, "policies/show", () -> fill(name, viewer, model), () -> {
            policies.set(viewer, policy, form.numbers(policy), String.valueOf(form.reason()), form.seen());
            return Done.redirect(response, "policy-set", "/policies/" + policy);
        });
    }

    private Policies.Policy fill(String name, Viewer viewer, Model model) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        Policies.Policy policy = policies.now(parse(name));
        model.addAttribute("policy", policy);
        model.addAttribute("history", policies.history(viewer, policy.name()));
        return policy;
    }

    static PolicyName parse(String name) {
        return Arrays.stream(PolicyName.values())
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
