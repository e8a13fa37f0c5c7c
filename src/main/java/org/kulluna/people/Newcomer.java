package org.kulluna.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** Somebody who has no account yet. */
public record Newcomer(
        PersonId person,
        LocalizedText name,
        @Nullable String nationality,
        @Nullable LocalDate bornOn) {}
