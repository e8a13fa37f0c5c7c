/**
 * The frame around every page: layout, language and direction, the security chain, errors as pages and problems.
 * Publishes {@link Frame} to the templates.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "people", "places", "units", "delivery", "eligibility"})
package org.kulluna.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
