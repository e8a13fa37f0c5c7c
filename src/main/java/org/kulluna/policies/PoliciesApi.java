package org.kulluna.policies;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Policies for programs. */
@RestController
@RequestMapping("/api/v1/policies")
class PoliciesApi {
    /** {@code version} 0 means nobody set it: the values are the defaults. */
    record PolicyView(String name, int version, Map<String, Integer> value) {
        static PolicyView of(Policies.Policy p) {
            return new PolicyView(p.name().name(), p.version(), p.value());
        }
    }

    /** One version in force from that instant until the next. */
    record VersionView(int version, Map<String, Integer> value, String reason, Instant inForceFrom) {}

    private final Policies policies;
    private final Forms forms;

    PoliciesApi(Policies policies, Forms forms) {
        this.policies = policies;
        this.forms = forms;
    }

    @GetMapping
    @Operation(operationId = "listPolicies", summary = "What is in force now. Administrators only.")
    List<PolicyView> listPolicies(Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        return Arrays.stream(PolicyName.values())
                .map(policies::now)
                .map(PolicyView::of)
                .toList();
    }

    @GetMapping("/{name}/versions")
    @Operation(operationId = "listPolicyVersions", summary = "The history of a policy, newest first.")
    List<VersionView> listPolicyVersions(@PathVariable String name, Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        return policies.history(viewer, PolicyPages.parse(name)).stream()
                .map(v -> new VersionView(v.policy().version(), v.policy().value(), v.reason(), v.inForceFrom()))
                .toList();
    }

    @PutMapping("/{name}")
    @Operation(
            operationId = "setPolicy",
            summary = "Set a policy from now on. version is the one seen; 409 changed-meanwhile, 422 out-of-range.")
    PolicyView setPolicy(@PathVariable String name, @RequestBody PolicyForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_POLICIES);
        PolicyName policy = PolicyPages.parse(name);
        forms.check(form);
        return PolicyView.of(
                policies.set(viewer, policy, form.numbers(policy), String.valueOf(form.reason()), form.seen()));
    }
}
