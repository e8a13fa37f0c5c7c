/**
 * Notices to a person: the inbox, told inside the transaction that made the news.
 * Publishes {@link Notices}.
 * Listens to PersonErased.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "keys", "people"})
package org.kulluna.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
