/**
 * The invented programme: a reproducible half-year and a living present, loaded into an empty database and marked.
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
            "database",
            "membership",
            "attendance",
            "training",
            "volunteering",
            "statistics",
            "audience",
            "whispers",
            "screens"
        })
package org.kulluna.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
