/**
 * Short messages to many: written in several languages, approved by a second person, sent at a time, counted truly.
 * Publishes the views {@code whispers.on_screens}, {@code whispers.titles} and {@code whispers.published_reach}.
 * Listens to PushConfirmed, PersonErased, PersonsMerged.
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
            "audience"
        })
package org.kulluna.whispers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
