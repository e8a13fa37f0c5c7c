package org.kulluna.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kulluna.shared.Role;

/**
 * Accounts of the members, with which the app reaches them, and what each wants to be told. Nobody can sign in with
 * them: their password hash is none. A few members never made an account.
 */
final class Contacts {
    /** No password has this hash. */
    static final String NO_PASSWORD = "!";

    private static final List<String> MUTED =
            List.of("volunteering", "social_responsibility", "social_responsibility", "positive_citizenship", "safety");
    private final Map<UUID, Contact> all = new HashMap<>();
    private final Dice dice;

    Contacts(Dice dice) {
        this.dice = dice;
    }

    /** @param known whose accounts are written elsewhere */
    void write(List<DemoMember> roll, List<DemoMember> known, Tables tables, WhisperTables whispers) {
        for (DemoMember m : roll) {
            Contact drawn = draw(m);
            boolean isKnown = known.contains(m);
            Contact contact = isKnown ? Contact.PLAIN : drawn;
            all.put(m.id(), contact);
            if (contact.account() && !isKnown) {
                account(m, tables);
            }
            if (contact.muted() != null || contact.quietNights()) {
                boolean quiet = contact.quietNights();
                whispers.preference.row(
                        m.id(),
                        quiet ? Contact.QUIET_FROM : null,
                        quiet ? Contact.QUIET_TO : null,
                        contact.muted() == null ? List.of() : List.of(contact.muted()),
                        m.acceptedAt);
            }
        }
    }

    private Contact draw(DemoMember m) {
        boolean account = dice.chance(0.97);
        List<UUID> devices = new ArrayList<>();
        if (dice.chance(0.36)) {
            devices.add(dice.id(m.acceptedAt));
        }
        if (!devices.isEmpty() && dice.chance(0.08)) {
            devices.add(dice.id(m.acceptedAt));
        }
        String muted = dice.chance(0.05) ? dice.pick(MUTED) : null;
        return new Contact(account, account ? List.copyOf(devices) : List.of(), muted, dice.chance(0.06));
    }

    /** Named by the membership number, in lists behind the demo's own. */
    private void account(DemoMember m, Tables tables) {
        tables.account.row(dice.id(m.acceptedAt), m.id(), "volunteer" + m.number, NO_PASSWORD, m.acceptedAt);
        if (!m.standing.status().equals("left")) {
            Role role = m.student ? Role.STUDENT : Role.MEMBER;
            tables.grant.row(dice.id(m.acceptedAt), m.id(), role.name(), null, null, m.acceptedAt);
        }
    }

    Contact of(DemoMember m) {
        return Objects.requireNonNull(all.get(m.id()));
    }
}
