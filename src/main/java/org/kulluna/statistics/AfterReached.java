package org.kulluna.statistics;

import java.util.UUID;
import org.kulluna.shared.Refusal;

/** Behind which row a page of reached persons goes on. */
record AfterReached(UUID whisper, UUID person) {
    /** @param cursor {@code whisper_person} of the last row shown */
    static AfterReached parse(String cursor) {
        if (!cursor.matches("[0-9a-f-]{36}_[0-9a-f-]{36}")) {
            throw Refusal.notFound();
        }
        try {
            return new AfterReached(UUID.fromString(cursor.substring(0, 36)), UUID.fromString(cursor.substring(37)));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
