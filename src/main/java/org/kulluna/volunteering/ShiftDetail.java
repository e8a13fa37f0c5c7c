package org.kulluna.volunteering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.LocalizedText;

/**
 * A shift's own page, as one person sees it.
 *
 * @param mine their newest place on it, held or ended
 * @param reasons against, empty when they may take it
 * @param metres from their home, null when it is not known
 * @param late whether giving the seat back now leaves a mark
 */
public record ShiftDetail(
        Shift shift,
        Opportunity opportunity,
        List<ShiftRole> roles,
        @Nullable SignUp mine,
        List<Reason> reasons,
        @Nullable Integer metres,
        @Nullable LocalizedText leader,
        boolean late) {

    public boolean isHeld() {
        return mine != null && mine.state().isHeld();
    }

    public boolean isBooked() {
        return mine != null && mine.state() == SignUpState.BOOKED;
    }

    public boolean isCalledOff() {
        return !shift.isPublished() || !opportunity.isPublished();
    }

    public boolean mayLeave(Instant now) {
        return isHeld() && !shift.hasStarted(now);
    }

    /** The role of the place held, for "as what". */
    public @Nullable ShiftRole myRole() {
        SignUp m = mine;
        return m == null
                ? null
                : roles.stream()
                        .filter(r -> r.id().equals(m.role()))
                        .findFirst()
                        .orElse(null);
    }
}
