/**
 * The house's secrets: encryption, keyed hashes and signatures, kept outside the database in a 0600 file or the environment.
 * Publishes {@link Keys}, {@link Cursors} and the commands that make and rotate keys.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.kulluna.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
