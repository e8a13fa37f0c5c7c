package org.kulluna.volunteering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** An opportunity that came from elsewhere, with those of its shifts that came the same way, by their external ids. */
public record KnownOpportunity(
        UUID id,
        String externalId,
        String state,
        LocalizedText title,
        LocalizedText text,
        LocalizedText may,
        LocalizedText mayNot,
        String pillar,
        String place,
        Map<String, KnownShift> shifts) {

    public record KnownShift(
            UUID opportunity,
            String key,
            String state,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String place,
            List<String> qualifications,
            int minimumAge,
            boolean students,
            boolean walkIns,
            @Nullable UUID leader,
            List<KnownRole> roles) {

        public boolean isOpen(Instant now) {
            return !state.equals("cancelled") && (state.equals("draft") || endsAt.isAfter(now));
        }
    }

    public record KnownRole(UUID id, LocalizedText name, int minimum, int maximum, int booked) {}

    public boolean isCancelled() {
        return state.equals("cancelled");
    }
}
