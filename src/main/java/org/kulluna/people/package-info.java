/**
 * Persons, their accounts, sign-in, sessions, roles and grants, identity documents, language and contact choices.
 * Publishes {@link People}, {@link Accounts}, {@link OpenSessions}, {@link Erasure}, {@link Merging}, PersonErased, SessionsEnded,
 * SignedOut and the views {@code people.lineage}, {@code people.role_holders}.
 * Listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "keys", "audit"})
package org.kulluna.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
