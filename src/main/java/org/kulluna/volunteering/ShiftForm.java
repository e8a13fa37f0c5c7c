package org.kulluna.volunteering;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Typed;

/**
 * A shift as typed, on the page and in the API.
 *
 * @param id made by the client when it is new: sent again, it makes no second one
 * @param version of what is changed, as it was read; not needed for a new one
 * @param startsAt, endsAt local time in {@code zone} (2026-05-24T16:00) or an instant (2026-05-24T12:00:00Z)
 * @param zone IANA name; empty for Asia/Dubai
 * @param place code; empty for the opportunity's own
 * @param qualifications codes that must hold on all its days
 * @param leader membership number of who leads it, or empty
 * @param confirm true once it is understood that people lose their seats by the change
 */
public record ShiftForm(
        @Nullable String id,
        @Nullable String version,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable String zone,
        @Nullable String place,
        @Nullable List<String> qualifications,
        @Nullable String minimumAge,
        @Nullable String studentsWelcome,
        @Nullable String walkIns,
        @Nullable String leader,
        @Nullable List<RoleForm> roles,
        @Nullable String confirm) {

    /** One line of the roles; without a name it is left out. Seats are whole numbers. */
    public record RoleForm(
            @Nullable String id,
            @Nullable String nameAr,
            @Nullable String nameEn,
            @Nullable String minimum,
            @Nullable String maximum) {
        boolean isEmpty() {
            return (Typed.text(nameAr) + Typed.text(nameEn) + Typed.text(maximum)).isEmpty();
        }
    }

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    static ShiftForm empty(String id, String place, LocalDateTime start) {
        return new ShiftForm(
                id,
                null,
                TYPED.format(start),
                TYPED.format(start.plusHours(4)),
                "Asia/Dubai",
                place,
                List.of(),
                "18",
                "",
                "",
                "",
                List.of(),
                "");
    }

    static ShiftForm of(Shift s, List<ShiftRole> roles, @Nullable Long leader) {
        return new ShiftForm(
                s.id().toString(),
                String.valueOf(s.version()),
                TYPED.format(s.startsAt().atZone(s.zone())),
                TYPED.format(s.endsAt().atZone(s.zone())),
                s.zone().getId(),
                s.place(),
                s.qualifications(),
                String.valueOf(s.minimumAge()),
                s.studentsWelcome() ? "true" : "",
                s.walkIns() ? "true" : "",
                leader == null ? "" : leader.toString(),
                roles.stream()
                        .map(r -> new RoleForm(
                                r.id().toString(),
                                r.name().ar(),
                                r.name().en(),
                                String.valueOf(r.minimum()),
                                String.valueOf(r.maximum())))
                        .toList(),
                "");
    }

    /** For the page: what was typed and two empty lines more. */
    public List<RoleForm> lines() {
        List<RoleForm> all = new ArrayList<>();
        for (RoleForm r : rolesOrNone()) {
            if (!r.isEmpty()) {
                all.add(r);
            }
        }
        all.add(new RoleForm("", "", "", "", ""));
        all.add(new RoleForm("", "", "", "", ""));
        return all;
    }

    public boolean asks(String qualification) {
        return qualifications != null && qualifications.contains(qualification);
    }

    public boolean isYes(@Nullable String typed) {
        return Typed.yes(typed);
    }

    @SuppressWarnings("NullAway") // a list bound from a page may have gaps
    List<RoleForm> rolesOrNone() {
        return roles == null
                ? List.of()
                : roles.stream().filter(java.util.Objects::nonNull).toList();
    }
}
