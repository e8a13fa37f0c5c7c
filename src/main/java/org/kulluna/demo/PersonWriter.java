package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.kulluna.people.EmiratesId;
import org.kulluna.shared.SearchText;

/** Writes persons and their Emirates ID numbers, sealed and hashed as {@code people} does it. */
final class PersonWriter {
    private final Tables tables;
    private final Keys keys;
    private final Dice dice;
    private int serial = 1_000_003;

    PersonWriter(Tables tables, Keys keys, Dice dice) {
        this.tables = tables;
        this.keys = keys;
        this.dice = dice;
    }

    void person(Somebody p, @Nullable String email) {
        tables.person.row(
                p.id(),
                p.name().ar(),
                p.name().en(),
                SearchText.stored(p.name().ar(), p.name().en()),
                p.nationality(),
                p.bornOn(),
                p.gender(),
                p.languages(),
                p.skills(),
                p.home(),
                email,
                email == null ? List.of() : List.of("email"),
                p.reads(),
                p.since());
    }

    /** The birth-year part is of the 1800s, which no living person has. */
    void emiratesId(Somebody p, LocalDate validUntil, @Nullable UUID verifiedBy, @Nullable Instant verifiedAt) {
        serial += 37;
        String before = "784" + (1800 + p.bornOn().getYear() % 100) + serial;
        String digits = before + EmiratesId.checkDigit(before);
        Keys.Sealed sealed = keys.seal(digits);
        tables.document.row(
                dice.id(p.since()),
                p.id(),
                "emirates_id",
                sealed.cipher(),
                sealed.keyId(),
                keys.hash(Keys.Purpose.IDENTITY, "emirates_id:" + digits),
                validUntil,
                verifiedBy,
                verifiedAt,
                p.since());
    }
}
