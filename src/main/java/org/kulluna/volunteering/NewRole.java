package org.kulluna.volunteering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * Seats of one kind on a shift. Below {@code minimum} the shift is short of people; nobody is booked beyond
 * {@code maximum}.
 *
 * @param id of the role that is changed; null finds it by its name, then by its place in the list, or makes a new one
 */
public record NewRole(@Nullable UUID id, LocalizedText name, int minimum, int maximum) {
    public NewRole(LocalizedText name, int minimum, int maximum) {
        this(null, name, minimum, maximum);
    }
}
