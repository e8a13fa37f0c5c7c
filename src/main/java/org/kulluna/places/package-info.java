/**
 * Regions and neighbourhoods with their coordinates and the outline of the emirate.
 * Publishes {@link Places}; a place's code is what facts carry.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package org.kulluna.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
