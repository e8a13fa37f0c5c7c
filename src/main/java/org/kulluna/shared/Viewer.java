package org.kulluna.shared;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who asks: every read filters by it, every door authorises it. */
public record Viewer(@Nullable PersonId person, @Nullable UUID accountId, List<Grant> grants, boolean secondFactorDue) {
    /** A role, for one unit or (null) for all of them. */
    public record Grant(Role role, @Nullable String unit) {}

    public static final Viewer STRANGER = new Viewer(null, null, List.of(), false);

    /** The house itself: nightly work, the demo's loader. Never made from a request. */
    public static final Viewer HOUSE = new Viewer(null, null, List.of(), false);

    public boolean isSignedIn() {
        return person != null;
    }

    public PersonId signedIn() {
        if (person == null) {
            throw Refusal.of(Refusal.Kind.SIGN_IN, "sign-in-first");
        }
        return person;
    }

    public boolean is(PersonId other) {
        return other.equals(person);
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(g -> g.role() == role);
    }

    /** In any unit at all. */
    public boolean may(Right right) {
        return grants.stream().anyMatch(g -> right.isHeldBy(g.role()));
    }

    public boolean may(Right right, String unit) {
        return grants.stream()
                .anyMatch(g -> right.isHeldBy(g.role())
                        && (g.unit() == null || g.unit().equals(unit)));
    }

    /** Signed in and allowed somewhere, otherwise the thing does not exist for this viewer. */
    public void must(Right right) {
        signedIn();
        if (!may(right)) {
            throw Refusal.notFound();
        }
    }

    public void must(Right right, String unit) {
        signedIn();
        if (!may(right, unit)) {
            throw Refusal.notFound();
        }
    }

    /** Whether the right is held over all units. */
    public boolean mayEverywhere(Right right) {
        return grants.stream().anyMatch(g -> right.isHeldBy(g.role()) && g.unit() == null);
    }

    /** For what belongs to no unit: a grant bound to one unit does not reach it. */
    public void mustEverywhere(Right right) {
        signedIn();
        if (!mayEverywhere(right)) {
            throw Refusal.notFound();
        }
    }

    /**
     * For {@code where (:everywhere or unit_code = any(:units))}: the units in which the right is held.
     * Empty when it is held everywhere or nowhere; see {@link #mayEverywhere}.
     */
    public Set<String> unitsWith(Right right) {
        Set<String> units = new TreeSet<>();
        for (Grant g : grants) {
            if (g.unit() != null && right.isHeldBy(g.role())) {
                units.add(g.unit());
            }
        }
        return units;
    }
}
