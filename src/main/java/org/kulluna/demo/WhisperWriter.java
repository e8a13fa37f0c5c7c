package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.SearchText;

/** Writes what the communications office wrote: segments, pictures, whispers with their revisions and reviews. */
final class WhisperWriter {
    private final WhisperTables tables;
    private final Officers officers;
    private final Texts texts;
    private final Instant now;
    private final Dice dice;
    private final Map<String, UUID> segments = new HashMap<>();
    private final Map<String, UUID> pictures = new HashMap<>();
    private final Map<String, LocalizedText> alternatives = new HashMap<>();

    WhisperWriter(WhisperTables tables, Officers officers, Texts texts, Instant now, Dice dice) {
        this.tables = tables;
        this.officers = officers;
        this.texts = texts;
        this.now = now;
        this.dice = dice;
    }

    void segments(Instant since) {
        for (NamedCsvRecord r : Sheets.read("demo/whisper-segments")) {
            UUID id = dice.id(since);
            segments.put(r.getField("code"), id);
            DemoAudience audience = new DemoAudience(
                    WhisperSheets.list(r, "regions"),
                    List.of(),
                    WhisperSheets.list(r, "ages"),
                    List.of(),
                    WhisperSheets.list(r, "languages"),
                    days(r.getField("active")),
                    days(r.getField("idle")));
            String ar = r.getField("name_ar");
            String en = r.getField("name_en");
            tables.segment.row(
                    id,
                    ar,
                    en,
                    SearchText.stored(ar, en),
                    audience.json(),
                    officers.person("communications"),
                    since,
                    since);
        }
    }

    private static @Nullable Integer days(String typed) {
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }

    void pictures(Instant since) {
        for (NamedCsvRecord r : Sheets.read("demo/whisper-pictures")) {
            String name = r.getField("picture");
            DotPicture picture = DotPicture.draw(name);
            UUID id = dice.id(since);
            pictures.put(name, id);
            alternatives.put(name, new LocalizedText(r.getField("alt_ar"), r.getField("alt_en")));
            tables.picture.row(
                    id,
                    picture.hash(),
                    "image/png",
                    DotPicture.WIDTH,
                    DotPicture.HEIGHT,
                    picture.png(),
                    officers.person("communications"),
                    since);
        }
    }

    void whisper(DemoWhisper w) {
        int revisions = dice.chance(0.3) && !w.state().equals("draft") ? 2 : 1;
        Instant changed = w.wasSent() ? w.sentAt() : w.written().plusSeconds(30_000);
        boolean recalled = w.state().equals("recalled");
        tables.whisper.row(
                w.id(),
                w.unit(),
                w.theme(),
                w.state(),
                revisions,
                w.search(),
                segments.get(w.segment()),
                w.audience().json(),
                w.at(),
                w.until(),
                w.isUrgent(),
                w.urgentReason(),
                w.wasSent() ? w.sentAt() : null,
                w.wasSent() ? w.sentAt().plusSeconds(2) : null,
                w.wasSent() ? w.sentAt().plusSeconds(3) : null,
                recalled ? w.endsAt() : null,
                w.wasSent(),
                author(w),
                w.written(),
                recalled ? w.endsAt() : changed.isAfter(now) ? w.written() : changed);
        for (int n = 1; n <= revisions; n++) {
            revision(w, n, w.written().plusSeconds(n * 5_400L));
        }
        reviews(w, revisions);
    }

    /** What waits for review was written by the colleague, so that the account of the office may approve it. */
    private UUID author(DemoWhisper w) {
        return w.state().equals("in_review") ? officers.colleague() : officers.person("communications");
    }

    private void revision(DemoWhisper w, int number, Instant at) {
        tables.revision.row(w.id(), number, pictures.get(w.picture()), author(w), at);
        LocalizedText alternative = alternatives.getOrDefault(w.picture(), new LocalizedText("", ""));
        for (DemoWhisper.Wording t : w.wordings()) {
            String alt = alternative.in(t.language().equals("ar") ? "ar" : "en");
            tables.wording.row(w.id(), number, t.language(), t.title(), t.body(), alt);
        }
    }

    private void reviews(DemoWhisper w, int revisions) {
        if (w.state().equals("draft")) {
            return;
        }
        UUID judge = dice.chance(0.5) ? officers.person("commander") : officers.colleague();
        Instant at = w.written().plusSeconds(6_000);
        if (revisions == 2) {
            review(w, 1, "asked", "", author(w), at);
            review(w, 1, "returned", texts.draw("whisper_returned", dice).ar(), judge, at.plusSeconds(2_000));
            at = at.plusSeconds(9_000);
        }
        review(w, revisions, "asked", "", author(w), at);
        if (!w.state().equals("in_review")) {
            review(w, revisions, "approved", "", judge, at.plusSeconds(dice.between(900, 12_000)));
        }
    }

    private void review(DemoWhisper w, int revision, String kind, String reason, UUID by, Instant at) {
        tables.review.row(dice.id(at), w.id(), revision, kind, reason, by, at);
    }

    /** Recipients with what became of each, and whom the whisper reached. */
    void hearings(DemoWhisper w, List<Hearing> hearings) {
        new HearingWriter(tables, w, dice).write(hearings);
    }
}
