package org.kulluna.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One link of a chain. */
record AuditEntry(
        int chain,
        long number,
        Instant at,
        @Nullable UUID actor,
        String action,
        String subjectKind,
        String subjectId,
        String fields,
        byte[] mac) {

    AuditEntry withMac(byte[] fresh) {
        return new AuditEntry(chain, number, at, actor, action, subjectKind, subjectId, fields, fresh);
    }

    /** The bytes the MAC is taken over; the unit separator cannot stand in any of the fields. */
    String canonical() {
        return chain + "\u001f" + number + "\u001f" + at.getEpochSecond() + "\u001f" + at.getNano() + "\u001f" + actor
                + "\u001f" + action + "\u001f" + subjectKind + "\u001f" + subjectId + "\u001f" + fields;
    }
}
