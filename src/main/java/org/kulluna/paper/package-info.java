/**
 * Makers of files people carry away: PDF, QR codes and CSV.
 * Publishes {@link Pdf} with what is drawn on its sheets, {@link Press}, {@link Qr}, {@link Csv} and {@link Attachment}.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "keys"})
package org.kulluna.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
