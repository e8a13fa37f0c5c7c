package org.kulluna.people;

import org.kulluna.shared.PersonId;

/** Two records turned out to be one human being; {@code into} answers for both from now on. */
public record PersonsMerged(PersonId from, PersonId into) {}
