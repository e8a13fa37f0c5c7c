package org.kulluna.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** Somebody the programme knows, member or not. */
public record Known(
        PersonId person,
        LocalizedText name,
        @Nullable String nationality,
        @Nullable LocalDate bornOn,
        @Nullable Long number) {}
