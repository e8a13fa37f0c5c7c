package org.kulluna.training;

import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** A member who was named by number. */
record NamedMember(PersonId person, LocalizedText name, long number) {}
