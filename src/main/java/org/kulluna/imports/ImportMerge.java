package org.kulluna.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.volunteering.KnownOpportunity;
import org.kulluna.volunteering.NewOpportunity;
import org.kulluna.volunteering.NewRole;
import org.kulluna.volunteering.NewShift;

/**
 * What becomes of a thing when a file speaks of it: the file wins where it says something, what is known stays where it
 * says nothing (an officer may have added the other language since), and the mapping's choices fill what is new.
 */
record ImportMerge(String unit, ImportMapping mapping, LocalizedText volunteer) {
    private static final int GROWN_UP = 18;

    NewOpportunity opportunity(ImportProposal p, @Nullable KnownOpportunity known) {
        return new NewOpportunity(
                unit,
                mapping.source(),
                p.externalId(),
                text(p.titleAr(), p.titleEn(), known == null ? null : known.title()),
                text(p.textAr(), p.textEn(), known == null ? null : known.text()),
                text(p.mayAr(), p.mayEn(), known == null ? null : known.may()),
                text(p.mayNotAr(), p.mayNotEn(), known == null ? null : known.mayNot()),
                p.pillar() != null ? p.pillar() : known != null ? known.pillar() : mapping.defaultPillar(),
                p.place() != null ? p.place() : known != null ? known.place() : mapping.defaultPlace());
    }

    /** Names of what the file changes, under {@code imports.field.}; empty when it says nothing new. */
    static TreeSet<String> changes(NewOpportunity after, KnownOpportunity known) {
        TreeSet<String> changes = new TreeSet<>();
        note(changes, "title", after.title(), known.title());
        note(changes, "text", after.text(), known.text());
        note(changes, "may", after.may(), known.may());
        note(changes, "mayNot", after.mayNot(), known.mayNot());
        note(changes, "pillar", after.pillar(), known.pillar());
        note(changes, "place", after.place(), known.place());
        return changes;
    }

    NewShift shift(ImportSlot s, KnownOpportunity.@Nullable KnownShift known) {
        int age = s.minimumAge() != null ? s.minimumAge() : known != null ? known.minimumAge() : GROWN_UP;
        List<String> qualifications = s.qualification() != null
                ? List.of(s.qualification())
                : known != null ? known.qualifications() : List.of();
        return new NewShift(
                s.key(),
                s.startsAt(),
                s.endsAt(),
                ZoneId.of(s.zone()),
                s.place() != null ? s.place() : known != null ? known.place() : null,
                qualifications,
                age,
                known != null ? known.students() : age < GROWN_UP,
                known != null && known.walkIns(),
                known == null || known.leader() == null ? null : new PersonId(known.leader()),
                roles(s, known == null ? List.of() : known.roles()));
    }

    static TreeSet<String> changes(NewShift after, KnownOpportunity.KnownShift known) {
        TreeSet<String> changes = new TreeSet<>();
        note(changes, "times", after.startsAt(), known.startsAt());
        note(changes, "times", after.endsAt(), known.endsAt());
        note(changes, "timeZone", after.zone().getId(), known.zone());
        note(changes, "place", after.place() == null ? known.place() : after.place(), known.place());
        note(changes, "qualification", after.qualifications(), known.qualifications());
        note(changes, "minimumAge", after.minimumAge(), known.minimumAge());
        List<NewRole> before = known.roles().stream()
                .map(r -> new NewRole(r.id(), r.name(), r.minimum(), r.maximum()))
                .toList();
        note(changes, "seats", after.roles(), before);
        return changes;
    }

    /** A file knows one role; further ones were made here and stay. Seats never fall below those taken. */
    private List<NewRole> roles(ImportSlot s, List<KnownOpportunity.KnownRole> known) {
        if (known.isEmpty()) {
            int maximum = seats(s, mapping.defaultSeats());
            int minimum = Math.min(s.minimum() == null ? 0 : s.minimum(), maximum);
            return List.of(new NewRole(name(s, volunteer), minimum, maximum));
        }
        List<NewRole> roles = new ArrayList<>();
        for (KnownOpportunity.KnownRole role : known) {
            boolean first = roles.isEmpty();
            int maximum = first ? Math.max(role.booked(), seats(s, role.maximum())) : role.maximum();
            int minimum = first && s.minimum() != null ? s.minimum() : role.minimum();
            LocalizedText name = first && (s.roleAr() != null || s.roleEn() != null)
                    ? text(s.roleAr(), s.roleEn(), role.name())
                    : role.name();
            roles.add(new NewRole(role.id(), name, Math.min(minimum, maximum), maximum));
        }
        return roles;
    }

    private static int seats(ImportSlot s, int otherwise) {
        Integer said = s.maximum();
        return said == null || said == ImportSlot.NO_LIMIT ? otherwise : said;
    }

    private static LocalizedText name(ImportSlot s, LocalizedText otherwise) {
        return s.roleAr() == null && s.roleEn() == null ? otherwise : text(s.roleAr(), s.roleEn(), null);
    }

    private static LocalizedText text(@Nullable String ar, @Nullable String en, @Nullable LocalizedText known) {
        return new LocalizedText(
                ar != null ? ar : known != null ? known.ar() : "", en != null ? en : known != null ? known.en() : "");
    }

    private static void note(TreeSet<String> changes, String field, Object after, Object before) {
        if (!Objects.equals(after, before)) {
            changes.add(field);
        }
    }
}
