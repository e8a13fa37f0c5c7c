/**
 * Police units and partner organisations that own opportunities and courses.
 * Publishes {@link Units}; a unit's code is what facts carry.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "people"})
package org.kulluna.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
