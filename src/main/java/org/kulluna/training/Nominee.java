package org.kulluna.training;

import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** A member somebody looks for, to record a qualification. */
public record Nominee(
        PersonId person, LocalizedText name, @Nullable Long memberNumber) {}
