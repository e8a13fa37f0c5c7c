/**
 * Who was there and for how long: append-only facts of attendance, hours claims and the ledger of verified minutes.
 * Publishes {@link Attendance}, {@link Duties} and the view {@code attendance.published_hours}.
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
            "membership"
        })
package org.kulluna.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
