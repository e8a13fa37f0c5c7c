package org.kulluna.audit;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kulluna.shared.ConsoleCommand;
import org.kulluna.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@code ./kulluna audit verify}: walks every chain in one snapshot and compares it with itself, with its head and with
 * the signed heads file. Prints one sentence a fault; exit code 1 when there is any.
 */
@Component
class AuditVerify implements ConsoleCommand {
    private final TrailRows rows;
    private final HeadsFile heads;
    /** Heads are signed daily; a day more leaves room for a night without power. */
    private static final Duration SIGNED_WITHIN = Duration.ofDays(2);

    private final Audit audit;
    private final Clock clock;

    AuditVerify(TrailRows rows, HeadsFile heads, Audit audit, Clock clock) {
        this.rows = rows;
        this.heads = heads;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit verify";
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public int run(List<String> args, PrintStream out) {
        Words words = Words.ofThisTerminal();
        if (!args.isEmpty()) {
            out.println(words.say("audit.console.usage"));
            return 2;
        }
        HeadsFile.Anchors anchors = heads.read();
        List<ChainCheck.Fault> faults = verify(anchors);
        for (ChainCheck.Fault f : faults) {
            out.println(words.say("audit.fault." + f.kind(), Map.of("chain", f.chain(), "number", f.number())));
        }
        out.println(words.say(
                faults.isEmpty() ? "audit.console.whole" : "audit.console.broken", Map.of("count", faults.size())));
        return faults.isEmpty() ? 0 : 1;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<ChainCheck.Fault> verify(HeadsFile.Anchors anchors) {
        List<ChainCheck.Fault> faults = new ArrayList<>();
        anchors.forgedLines().forEach(line -> faults.add(new ChainCheck.Fault("forged", 0, line)));
        anchors.cutLines().forEach(line -> faults.add(new ChainCheck.Fault("line-cut", 0, line)));
        Instant begun = anchors.begun();
        Instant signedFrom = begun == null ? Instant.MIN : begun.minus(SIGNED_WITHIN);
        Instant signedTo = begun == null ? Instant.MIN : clock.instant().minus(SIGNED_WITHIN);
        Set<Integer> headed = new HashSet<>();
        for (AuditRows.Head head : rows.listHeads()) {
            headed.add(head.chain());
            ChainCheck check = new ChainCheck(
                    audit,
                    head.chain(),
                    anchors.byChain().getOrDefault(head.chain(), new TreeMap<>()),
                    signedFrom,
                    signedTo);
            rows.walk(head.chain(), check::visit);
            faults.addAll(check.finish(head));
        }
        List<Integer> written = rows.listChainsOfEntries();
        if (begun == null && !written.isEmpty()) {
            faults.addFirst(new ChainCheck.Fault("no-heads", 0, 0));
        }
        Set<Integer> expected = new HashSet<>(anchors.byChain().keySet());
        expected.addAll(written);
        expected.removeAll(headed);
        expected.forEach(chain -> faults.add(new ChainCheck.Fault("no-head", chain, 0)));
        return faults;
    }
}
