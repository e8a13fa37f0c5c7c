package org.kulluna.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;

/** An account as the desk sees it. */
public record AccountView(
        UUID id,
        PersonId person,
        LocalizedText name,
        String username,
        boolean secondFactor,
        boolean disabled,
        List<Held> grants) {

    /** A role held; {@code unit} and its name are null for all units. */
    public record Held(
            Role role, @Nullable String unit, @Nullable LocalizedText unitName) {}

    public boolean holds(Role role) {
        return grants.stream().anyMatch(g -> g.role() == role);
    }
}
