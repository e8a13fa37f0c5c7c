/**
 * Applications, identity checks, vetting, members and their numbers, guardians' consents and the pass.
 * Publishes {@link Members} and the view {@code membership.roll}.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "keys",
            "audit",
            "people",
            "places",
            "units",
            "policies",
            "delivery",
            "eligibility",
            "paper",
            "shell"
        })
package org.kulluna.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
