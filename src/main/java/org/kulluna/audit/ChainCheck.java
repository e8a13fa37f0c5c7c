package org.kulluna.audit;

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
    private final List<Fault> faults = new ArrayList<>();
    private long last;
    private byte[] mac = {};

    /** @param anchors number to MAC (hex), from the signed heads */
    ChainCheck(Audit audit, int chain, NavigableMap<Long, String> anchors) {
        this.audit = audit;
        this.chain = chain;
        this.anchors = anchors;
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
        last = entry.number();
        mac = entry.mac();
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

    long count() {
        return last;
    }
}
