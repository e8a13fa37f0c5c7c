package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Demand;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;

/** A shift while the programme is being made, with who signed up and who came. */
final class DemoShift {
    /** A need announced at a place; several shifts may belong to it. */
    record Need(UUID id, Templates.Template template, Land.Spot spot, Instant publishedAt) {}

    record Seats(UUID id, LocalizedText name, int minimum, int maximum) {}

    /** @param turnout null before the shift and for whoever did not keep the seat */
    record SignUp(
            DemoMember member,
            Seats role,
            String state,
            Instant createdAt,
            @Nullable Turnout turnout) {}

    final UUID id;
    final Need need;
    final Instant startsAt;
    final Instant endsAt;
    final boolean walkIns;
    final UUID leader;
    final List<Seats> roles;
    final List<SignUp> signUps = new ArrayList<>();

    DemoShift(UUID id, Need need, Instant startsAt, Instant endsAt, boolean walkIns, UUID leader, List<Seats> roles) {
        this.id = id;
        this.need = need;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.walkIns = walkIns;
        this.leader = leader;
        this.roles = roles;
    }

    Templates.Template template() {
        return need.template();
    }

    Demand demand() {
        return new Demand(
                id,
                startsAt,
                endsAt,
                Time.PROGRAMME_ZONE,
                template().minimumAge(),
                template().students(),
                List.of(template().qualification()));
    }

    LocalDate startsOn() {
        return LocalDate.ofInstant(startsAt, Time.PROGRAMME_ZONE);
    }

    int seats() {
        return roles.stream().mapToInt(Seats::maximum).sum();
    }

    int booked(Seats role) {
        return (int) signUps.stream()
                .filter(s -> s.state().equals("booked") && s.role().equals(role))
                .count();
    }

    long verifiedMinutes() {
        return signUps.stream()
                .map(SignUp::turnout)
                .filter(t -> t != null && t.isVerified())
                .mapToLong(Turnout::ledgerMinutes)
                .sum();
    }
}
