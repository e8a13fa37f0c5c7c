/**
 * Short messages to many: written in several languages, approved by a second person, sent at a time, counted truly.
 * Publishes the views {@code whispers.on_screens}, {@code whispers.titles}, {@code whispers.states},
 * {@code whispers.counts}, {@code whispers.published_reach} and its sets ({@code whispers.published_reach_bits} and three
 * beside it).
 * Listens to PushConfirmed. What an erased or merged person got stays counted, so nothing is to be done then.
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
