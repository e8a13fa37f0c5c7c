/**
 * Where people arrive: the public home, the member's home, the officer's Today, search.
 * Publishes nothing.
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
            "shell",
            "membership",
            "attendance",
            "training",
            "volunteering",
            "statistics",
            "audience",
            "whispers",
            "screens"
        })
package org.kulluna.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
