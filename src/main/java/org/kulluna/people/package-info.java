/**
 * Persons, their accounts, sign-in, sessions, roles and grants, identity documents, language and contact choices.
 * Publishes {@link People}, {@link Accounts}, {@link OpenSessions}, {@link Erasure}, {@link Merging} and the view {@code people.lineage}.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "keys", "audit"})
package org.kulluna.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
