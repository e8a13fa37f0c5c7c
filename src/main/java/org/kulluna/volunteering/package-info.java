/**
 * Opportunities, shifts and sign-up with waiting lists.
 * Publishes {@link Opportunities}, {@link Shifts} and {@link SignUps}.
 * Listens to what ends a member's right to a seat and takes future seats back, and to merged records.
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
            "training"
        })
package org.kulluna.volunteering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
