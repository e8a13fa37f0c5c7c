package org.kulluna.attendance;

import java.util.UUID;
import org.kulluna.shared.PersonId;

/** A counter-entry entered the ledger; {@code minutes} may be negative. */
public record HoursCorrected(PersonId person, UUID duty, int minutes) {}
