/**
 * The small words every room uses: who asks ({@link Viewer}), what may be refused ({@link Refusal}), text and time.
 * Publishes plain types only and uses nothing of the house.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.kulluna.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
