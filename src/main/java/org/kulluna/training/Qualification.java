package org.kulluna.training;

import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** A kind of qualification. Awards last {@code validityMonths} unless said otherwise; null is without end. */
public record Qualification(
        String code, LocalizedText name, @Nullable Integer validityMonths) {}
