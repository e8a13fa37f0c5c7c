package org.kulluna.volunteering;

import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** Seats of one kind on a shift. {@code booked} is the counter that is locked when a seat is taken. */
public record ShiftRole(
        UUID id, UUID shift, LocalizedText name, int minimum, int maximum, int booked, int waiting, int sort) {

    public int seatsLeft() {
        return Math.max(0, maximum - booked);
    }

    public boolean isFull() {
        return booked >= maximum;
    }

    /** How many are missing before the shift can go well. */
    public int missing() {
        return Math.max(0, minimum - booked);
    }
}
