package org.kulluna.training;

import org.kulluna.shared.PersonId;

/** A qualification was recorded, changed or revoked. */
public record AwardChanged(PersonId person) {}
