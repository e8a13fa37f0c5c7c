package org.kulluna.membership;

import org.kulluna.shared.PersonId;

/** A member's standing changed for the worse or the better: suspended, left, vetted, consent given or withdrawn. */
public record StandingChanged(PersonId person) {}
