package org.kulluna.people;

import org.kulluna.shared.PersonId;

/** Birth date, nationality or residence papers of a person changed. */
public record PapersChanged(PersonId person) {}
