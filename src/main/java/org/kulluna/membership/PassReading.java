package org.kulluna.membership;

import org.kulluna.shared.PersonId;

/**
 * What a pass code says. {@code live} is true for the code a registered device shows now; an old, printed or copied
 * code is not live and opens only name and photo, for a person to compare.
 */
public record PassReading(PersonId person, boolean live) {}
