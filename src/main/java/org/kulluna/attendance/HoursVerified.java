package org.kulluna.attendance;

import java.util.List;
import java.util.UUID;
import org.kulluna.shared.PersonId;

/** Hours entered the ledger. */
public record HoursVerified(List<Entry> entries) {
    public record Entry(PersonId person, UUID duty, int minutes) {}
}
