package org.kulluna.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;

/**
 * Walks one chain in order and says what is wrong with it. After a fault the walk goes on from what stands, so that one
 * changed row is one fault.
 */
final class ChainCheck {
    /** {@code kind} is a key under {@code audit.fault.}; {@code number} the entry it is about. */
    record Fault(String kind, int chain, long number) {}

    private final Audit audit;
    private final int chain;
    private final NavigableMap<Long, String> anchors;
    private final Instant signedFrom;
    private final Instant signedTo;
    private final long lastSigned;
    private final List<Fault> faults = new ArrayList<>();
    private boolean unsigned;
    private boolean early;
    private long last;
    private byte[] mac = {};

    /**
     * @param anchors number to MAC (hex), from the signed heads
     * @param signedFrom an older entry was there long before the file of signed heads began
     * @param signedTo an older entry must stand before the last signed head
     */
    ChainCheck(Audit audit, int chain, NavigableMap<Long, String> anchors, Instant signedFrom, Instant signedTo) {
        this.audit = audit;
        this.chain = chain;
        this.anchors = anchors;
        this.signedFrom = signedFrom;
        this.signedTo = signedTo;
        this.lastSigned = anchors.isEmpty() ? 0 : anchors.lastKey();
    }

    void visit(AuditEntry entry) {
        boolean follows = entry.number() == last + 1;
        if (!follows) {
            faults.add(new Fault("missing", chain, last + 1));
        } else if (!audit.isLinked(mac, entry)) {
            faults.add(new Fault("changed", chain, entry.number()));
        }
        String anchored = anchors.get(entry.number());
        if (anchored != null && !anchored.equals(HexFormat.of().formatHex(entry.mac()))) {
            faults.add(new Fault("rewritten", chain, entry.number()));
        }
        sign(entry);
        last = entry.number();
        mac = entry.mac();
    }

    /** One sentence a chain: what follows the first such entry is as unsigned as it is. */
    private void sign(AuditEntry entry) {
        if (!unsigned && entry.number() > lastSigned && entry.at().isBefore(signedTo)) {
            unsigned = true;
            faults.add(new Fault("unsigned", chain, entry.number()));
        }
        if (!early && entry.at().isBefore(signedFrom)) {
            early = true;
            faults.add(new Fault("heads-late", chain, entry.number()));
        }
    }

    List<Fault> finish(AuditRows.Head head) {
        if (head.number() > last) {
            faults.add(new Fault("cut-off", chain, head.number()));
        } else if (head.number() < last || !Arrays.equals(head.mac(), mac)) {
            faults.add(new Fault("head", chain, head.number()));
        }
        if (!anchors.isEmpty() && anchors.lastKey() > Math.max(last, head.number())) {
            faults.add(new Fault("cut-off", chain, anchors.lastKey()));
        }
        return List.copyOf(faults);
    }
}
