package org.kulluna.volunteering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which known role is meant by each wanted one. */
final class RoleMatch {
    private RoleMatch() {}

    /** One for each wanted role, null for a new one. */
    static List<@Nullable ShiftRole> match(List<ShiftRole> known, List<NewRole> wanted) {
        List<ShiftRole> free = new ArrayList<>(known);
        List<@Nullable ShiftRole> found = new ArrayList<>();
        for (NewRole w : wanted) {
            found.add(take(free, r -> r.id().equals(w.id())));
        }
        for (int i = 0; i < wanted.size(); i++) {
            NewRole w = wanted.get(i);
            if (found.get(i) == null && w.id() == null) {
                found.set(i, take(free, r -> r.name().equals(w.name())));
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            int sort = i;
            if (found.get(i) == null && wanted.get(i).id() == null) {
                found.set(i, take(free, r -> r.sort() == sort));
            }
        }
        return found;
    }

    private static @Nullable ShiftRole take(List<ShiftRole> free, Predicate<ShiftRole> is) {
        for (ShiftRole role : free) {
            if (is.test(role)) {
                free.remove(role);
                return role;
            }
        }
        return null;
    }
}
