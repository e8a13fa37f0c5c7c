package org.kulluna.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes one whisper's recipients, their pushes, and one row for each person it reached. */
final class HearingWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final WhisperTables tables;
    private final DemoWhisper w;
    private final Dice dice;

    HearingWriter(WhisperTables tables, DemoWhisper w, Dice dice) {
        this.tables = tables;
        this.w = w;
        this.dice = dice;
    }

    void write(List<Hearing> hearings) {
        message();
        for (Hearing h : hearings) {
            recipient(h);
            for (Hearing.Push p : h.pushes) {
                push(h, p);
            }
            Hearing.First first = h.first();
            if (first != null) {
                reached(h, first);
            }
        }
    }

    private void message() {
        tables.message.row(
                w.id(),
                "whisper",
                w.isUrgent() ? "high" : "normal",
                w.id().toString().replace("-", ""),
                w.sentAt(),
                w.until(),
                w.state().equals("recalled") ? w.endsAt() : null);
        for (DemoWhisper.Wording t : w.wordings()) {
            boolean leftwards = t.language().equals("ar") || t.language().equals("ur");
            tables.text.row(
                    w.id(),
                    t.language(),
                    JSON.writeValueAsString(Map.of(
                            "id", w.id().toString(),
                            "kind", "whisper",
                            "title", t.title(),
                            "body", t.body(),
                            "path", "/whispers/" + w.id(),
                            "language", t.language(),
                            "dir", leftwards ? "rtl" : "ltr",
                            "withdrawn", w.state().equals("recalled"))));
        }
    }

    private void recipient(Hearing h) {
        tables.recipient.row(
                w.id(),
                h.member.id(),
                h.member.who.reads(),
                h.member.who.homeRegion(),
                h.member.who.nationality(),
                DemoAudience.ageGroup(h.member, w.day()),
                h.member.who.gender(),
                h.member.who.home(),
                h.suppressed,
                h.contact.due(w.sentAt(), w.isUrgent()),
                w.sentAt().plusSeconds(1),
                h.seen,
                h.read);
    }

    private void push(Hearing h, Hearing.Push p) {
        Instant due = h.contact.due(w.sentAt(), w.isUrgent());
        tables.push.row(
                w.id(),
                p.device(),
                h.member.id(),
                w.spokenTo(h.member.who.reads()),
                due,
                p.state(),
                p.reason(),
                p.state().equals("expired") ? 0 : 1,
                due,
                p.status(),
                p.accepted(),
                p.confirmed(),
                p.opened(),
                p.settled());
    }

    private void reached(Hearing h, Hearing.First first) {
        tables.reached.row(
                w.id(),
                h.member.id(),
                first.channel(),
                first.how(),
                first.at(),
                w.day(),
                w.unit(),
                w.theme(),
                h.member.who.reads(),
                h.member.who.homeRegion(),
                h.member.who.nationality(),
                DemoAudience.ageGroup(h.member, w.day()),
                h.member.who.gender(),
                h.member.who.home(),
                recorded(first.at()));
    }

    /** Most at once; a device without a network tells it later, before the whisper ends. */
    private Instant recorded(Instant at) {
        Instant later = at.plusSeconds(dice.chance(0.97) ? 1 : dice.between(300, 40_000));
        @Nullable Instant end = w.endsAt();
        return later.isBefore(end) ? later : at.plusSeconds(1);
    }
}
