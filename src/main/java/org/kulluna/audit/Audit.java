package org.kulluna.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records who read or changed what, inside the caller's transaction: the deed and its trace land together or not at
 * all. Entries carry ids and field names only, so that erasing a person leaves the chains whole.
 */
@Component
public class Audit {
    /** One thing done to one subject. {@code fields} are names, never values. */
    public record Deed(String action, String subjectKind, String subjectId, String... fields) {
        /** An id that came from outside may not carry what separates the parts of an entry under its MAC. */
        public Deed {
            subjectId = subjectId.replaceAll("\\p{Cntrl}", " ");
        }
    }

    private final AuditRows rows;
    private final Keys keys;
    private final Clock clock;

    Audit(AuditRows rows, Keys keys, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param action {@code capability.verb}, for example {@code membership.decide} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Viewer by, String action, String subjectKind, Object subjectId, String... fields) {
        record(by, List.of(new Deed(action, subjectKind, subjectId.toString(), fields)));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Viewer by, List<Deed> deeds) {
        PersonId actor = by.person();
        record(actor == null ? null : actor.value(), deeds);
    }

    private void record(@Nullable UUID actor, List<Deed> deeds) {
        if (deeds.isEmpty()) {
            return;
        }
        AuditRows.Head head = rows.lockHead();
        long number = head.number();
        byte[] mac = head.mac();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<AuditEntry> entries = new ArrayList<>(deeds.size());
        for (Deed d : deeds) {
            number++;
            AuditEntry open = new AuditEntry(
                    head.chain(),
                    number,
                    now,
                    actor,
                    d.action(),
                    d.subjectKind(),
                    d.subjectId(),
                    String.join(" ", d.fields()),
                    mac);
            mac = link(mac, open);
            entries.add(open.withMac(mac));
        }
        rows.insert(entries);
        rows.moveHead(head.chain(), number, mac);
    }

    /** The MAC of an entry under the one before it. */
    byte[] link(byte[] before, AuditEntry entry) {
        return keys.hash(Keys.Purpose.AUDIT, before, entry.canonical().getBytes(StandardCharsets.UTF_8));
    }

    boolean isLinked(byte[] before, AuditEntry entry) {
        return Arrays.equals(link(before, entry), entry.mac());
    }
}
