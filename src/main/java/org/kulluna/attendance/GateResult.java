package org.kulluna.attendance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.Words;

/**
 * What fills the screen after a tap or a scan.
 *
 * @param look in (green), already (amber) or refused (red)
 * @param why sentences, already in the reader's language
 * @param undo the fact that may be taken back, null when there is none
 * @param compare an old code: the leader compares the person and confirms
 * @param walkIn the person may be taken in as a walk-in
 * @param leave the person is in already and may be checked out
 */
public record GateResult(
        UUID id,
        String state,
        String look,
        @Nullable Guest guest,
        String initials,
        String name,
        String line,
        String headline,
        List<String> why,
        @Nullable UUID undo,
        boolean compare,
        boolean walkIn,
        boolean leave) {

    public static GateResult of(FactOutcome o, @Nullable Guest guest, Duties.Duty duty, String language) {
        Words words = Words.in(language);
        boolean stored = o.state() == FactOutcome.State.RECORDED || o.state() == FactOutcome.State.ALREADY;
        boolean already = o.state() == FactOutcome.State.REPEATED;
        return new GateResult(
                o.id(),
                o.state().name().toLowerCase(java.util.Locale.ROOT),
                stored ? "in" : already ? "already" : "refused",
                guest,
                guest == null ? "–" : guest.initials(language),
                guest == null ? "" : guest.name().in(language),
                guest == null ? "" : guest.line(language, duty.zone()),
                words.say("attendance.result." + (stored ? o.kind().code() : already ? "already" : "refused")),
                why(o, duty, words),
                stored && o.kind() != FactKind.VOID ? o.id() : null,
                o.reason().equals("old-code") && guest != null,
                o.reason().equals("walk-in-possible"),
                o.reason().equals("already-in"));
    }

    private static List<String> why(FactOutcome o, Duties.Duty duty, Words words) {
        List<String> why = new ArrayList<>();
        if (!o.reason().isEmpty()) {
            Map<String, Object> args = new LinkedHashMap<>();
            args.put("time", o.since() == null ? "" : time(o.since(), duty.zone()));
            why.add(words.say("attendance.why." + o.reason(), args));
        }
        for (Reason reason : o.reasons()) {
            if (words.has("reason." + reason.key())) {
                why.add(words.say("reason." + reason.key(), reason.args()));
            }
        }
        return why;
    }

    static String time(Instant at, ZoneId zone) {
        var t = at.atZone(zone);
        return "%02d:%02d".formatted(t.getHour(), t.getMinute());
    }
}
