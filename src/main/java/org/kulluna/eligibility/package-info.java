/**
 * Whether a person may take a duty: one pure function from candidate and demand to reasons and the way to "yes", and what a person is bound to in time.
 * Publishes {@link Eligibility}, {@link Commitments} and their records.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "people"})
package org.kulluna.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
