/**
 * Who read or changed what: append-only chains of entries under a key outside the database, their heads signed into a file.
 * Publishes {@link Audit} to every door and the command that verifies the chains.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "keys"})
package org.kulluna.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
