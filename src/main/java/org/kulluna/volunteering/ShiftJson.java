package org.kulluna.volunteering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.LocalizedText;

/**
 * A shift as the API tells it to a member.
 *
 * @param pillar stakeholders, prevention or responsibility
 * @param startsAt inclusive; {@code endsAt} exclusive; {@code zone} is the one its days are counted in
 * @param state published or cancelled
 * @param metres from the asker's home, absent when it is not known
 * @param eligible whether the asker may take it, as of its last day; if not, {@code reasons} say why
 * @param mine the asker's place on it, absent without one
 */
record ShiftJson(
        UUID id,
        UUID opportunityId,
        LocalizedText title,
        String unit,
        String pillar,
        String place,
        Instant startsAt,
        Instant endsAt,
        String zone,
        String state,
        List<String> qualifications,
        int minimumAge,
        boolean studentsWelcome,
        boolean walkIns,
        List<RoleJson> roles,
        @Nullable Integer metres,
        boolean eligible,
        List<ReasonJson> reasons,
        List<String> suits,
        @Nullable String mine) {

    /** @param seatsLeft 0 means a sign-up goes to the waiting list */
    record RoleJson(UUID id, LocalizedText name, int minimum, int maximum, int booked, int seatsLeft, int waiting) {
        static List<RoleJson> of(List<ShiftRole> roles) {
            return roles.stream()
                    .map(r -> new RoleJson(
                            r.id(), r.name(), r.minimum(), r.maximum(), r.booked(), r.seatsLeft(), r.waiting()))
                    .toList();
        }
    }

    static ShiftJson of(Offer offer, List<ShiftRole> roles) {
        ShiftCard card = offer.card();
        SignUpState mine = card.mine();
        return of(
                card.shift(),
                card.title(),
                card.unit(),
                card.pillar(),
                roles,
                card.metres(),
                offer.reasons(),
                offer.suits().stream().map(Offer.Suit::key).toList(),
                mine);
    }

    static ShiftJson of(ShiftDetail d) {
        SignUp mine = d.mine();
        return of(
                d.shift(),
                d.opportunity().title(),
                d.opportunity().unit(),
                d.opportunity().pillar(),
                d.roles(),
                d.metres(),
                d.reasons(),
                List.of(),
                mine == null ? null : mine.state());
    }

    private static ShiftJson of(
            Shift s,
            LocalizedText title,
            String unit,
            String pillar,
            List<ShiftRole> roles,
            @Nullable Integer metres,
            List<Reason> reasons,
            List<String> suits,
            @Nullable SignUpState mine) {
        return new ShiftJson(
                s.id(),
                s.opportunity(),
                title,
                unit,
                pillar,
                s.place(),
                s.startsAt(),
                s.endsAt(),
                s.zone().getId(),
                s.state(),
                s.qualifications(),
                s.minimumAge(),
                s.studentsWelcome(),
                s.walkIns(),
                RoleJson.of(roles),
                metres,
                reasons.isEmpty(),
                ReasonJson.of(reasons),
                suits,
                mine == null ? null : mine.text());
    }
}
