package org.kulluna.volunteering;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.membership.Member;
import org.kulluna.membership.Members;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns a typed shift into the shift that is wanted, or says what cannot be read. */
@Component
class ShiftReader {
    private final Members members;
    private final JdbcClient sql;

    ShiftReader(Members members, JdbcClient sql) {
        this.members = members;
        this.sql = sql;
    }

    /** @throws Refusal INVALID with a fault for each field that cannot be read */
    NewShift read(ShiftForm form) {
        Faults faults = new Faults();
        ZoneId zone = Typed.zone(form.zone());
        faults.when(zone == null, "zone", "not-a-choice");
        ZoneId sure = zone == null ? Time.PROGRAMME_ZONE : zone;
        Instant from = Typed.instant(form.startsAt(), sure);
        Instant to = Typed.instant(form.endsAt(), sure);
        faults.when(from == null, "startsAt", "not-a-time");
        faults.when(to == null, "endsAt", "not-a-time");
        int age = Typed.number(form.minimumAge(), Typed.text(form.minimumAge()).isEmpty() ? 18 : -1);
        faults.when(age < 0, "minimumAge", "not-a-number");
        Optional<Member> leader = leader(form.leader());
        faults.when(!Typed.text(form.leader()).isEmpty() && leader.isEmpty(), "leader", "not-a-member-number");
        List<NewRole> roles = roles(form, faults);
        faults.raise();
        String place = Typed.text(form.place());
        List<String> asked = form.qualifications() == null ? List.of() : form.qualifications();
        return new NewShift(
                null,
                or(from),
                or(to),
                sure,
                place.isEmpty() ? null : place,
                asked.stream()
                        .map(Typed::text)
                        .filter(q -> !q.isEmpty())
                        .distinct()
                        .toList(),
                age,
                Typed.yes(form.studentsWelcome()),
                Typed.yes(form.walkIns()),
                leader.map(Member::person).orElse(null),
                roles);
    }

    /** The membership number of a leader, for a form. */
    @Nullable
    Long number(@Nullable PersonId leader) {
        return leader == null
                ? null
                : sql.sql("select r.number from membership.roll r where r.person_id = :person")
                        .param("person", leader.value())
                        .query(Long.class)
                        .optional()
                        .orElse(null);
    }

    private Optional<Member> leader(@Nullable String typed) {
        String digits = Typed.text(typed).replaceAll("[^0-9٠-٩]", "");
        return digits.isEmpty() || digits.length() > 18
                ? Optional.empty()
                : members.findByNumber(Long.parseLong(digits))
                        .filter(m -> !m.status().equals("left"));
    }

    private static List<NewRole> roles(ShiftForm form, Faults faults) {
        List<NewRole> all = new ArrayList<>();
        for (ShiftForm.RoleForm r : form.rolesOrNone()) {
            if (r.isEmpty()) {
                continue;
            }
            int maximum = Typed.number(r.maximum(), -1);
            int minimum = Typed.number(r.minimum(), Typed.text(r.minimum()).isEmpty() ? 0 : -1);
            faults.when(maximum < 0 || minimum < 0, "roles", "not-a-number");
            String id = Typed.text(r.id());
            faults.when(!id.isEmpty() && !id.matches("[0-9a-fA-F-]{36}"), "roles", "not-a-uuid");
            LocalizedText name = new LocalizedText(Typed.text(r.nameAr()), Typed.text(r.nameEn()));
            all.add(new NewRole(uuid(id), name, minimum, maximum));
        }
        return all;
    }

    private static @Nullable UUID uuid(String id) {
        try {
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Instant or(@Nullable Instant instant) {
        return instant == null ? Instant.EPOCH : instant;
    }
}
