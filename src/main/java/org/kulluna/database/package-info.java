/**
 * A PostgreSQL server of our own, in a data folder: what the demo, its commands and the tests stand on.
 * Publishes {@link EmbeddedServer} and {@link ServerAddress}; production brings a server and needs none of it.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.kulluna.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
