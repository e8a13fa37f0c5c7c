/**
 * Brings the opportunities and shifts that units already have, from tables and calendars: a dry run first, then the deed.
 * Publishes {@link Imports}.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "people",
            "places",
            "units",
            "eligibility",
            "paper",
            "shell",
            "volunteering"
        })
package org.kulluna.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
