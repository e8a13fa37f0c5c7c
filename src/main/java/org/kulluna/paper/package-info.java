/**
 * Makers of files people carry away: QR codes and CSV.
 * Publishes {@link Qr} and {@link Csv}.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "keys"})
package org.kulluna.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
