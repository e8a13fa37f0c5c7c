package org.kulluna.people;

import org.kulluna.shared.PersonId;

/** Only a tombstone is left of the person: whoever keeps words about them lets go of these. */
public record PersonErased(PersonId person) {}
