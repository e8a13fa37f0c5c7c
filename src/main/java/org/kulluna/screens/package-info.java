/**
 * Digital screens: paired by a code, playing loops by their schedules, also without a network; proof of play.
 * Publishes the view {@code screens.published_plays}.
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
            "audience",
            "whispers",
            "statistics"
        })
package org.kulluna.screens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
