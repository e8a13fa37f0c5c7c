/**
 * Reports (بلاغات) of what members saw: sent from the phone, weighed and answered at the desk.
 * Publishes nothing yet.
 * Listens to PersonsMerged.
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
package org.kulluna.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
