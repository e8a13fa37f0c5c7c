/**
 * Choices of members: filters saved as named segments, counted when asked, for whatever is sent to many.
 * Publishes {@link Audiences}, and {@link FilterForm} with its fields for forms of other rooms.
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
            "volunteering"
        })
package org.kulluna.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
