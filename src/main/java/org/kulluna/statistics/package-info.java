/**
 * Figures of a period as of an instant, from published views through their definitions, each opening to its rows.
 * Publishes {@link Figures}.
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
package org.kulluna.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
