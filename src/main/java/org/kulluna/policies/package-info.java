/**
 * Versioned settings of the programme: no-show, rounding, forgotten check-out, age limits, rest.
 * Publishes {@link Policies}; what was counted names the version it was counted under.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package org.kulluna.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
