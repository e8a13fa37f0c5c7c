package org.kulluna.volunteering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * A shift in a list.
 *
 * @param minimum, maximum, booked, waiting over all its roles
 * @param mine the reader's own place on it, if any
 * @param metres from the reader's home, null when their home is not known
 * @param rank where it stands in the list: see {@link OfferRows}
 */
public record ShiftCard(
        Shift shift,
        LocalizedText title,
        String unit,
        String pillar,
        int minimum,
        int maximum,
        int booked,
        int waiting,
        @Nullable SignUpState mine,
        @Nullable Integer metres,
        long rank) {

    public UUID id() {
        return shift.id();
    }

    public int seatsLeft() {
        return Math.max(0, maximum - booked);
    }
}
