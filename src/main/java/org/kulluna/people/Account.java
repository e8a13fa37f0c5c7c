package org.kulluna.people;

import java.util.UUID;
import org.kulluna.shared.PersonId;

/** A way to sign in. A person has none or one. */
record Account(
        UUID id, PersonId person, String username, String passwordHash, boolean secondFactor, boolean disabled) {}
