/**
 * Courses, their offerings and sessions, who has a place, who came, and the qualifications that come of it.
 * Publishes {@link Courses}, {@link Offerings}, {@link Enrolments}, {@link Awards} and the view {@code training.standing}.
 * Listens to PersonErased, PersonsMerged, PapersChanged, StandingChanged and its own AwardChanged.
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
            "attendance"
        })
package org.kulluna.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
