package org.kulluna.demo;

import java.time.Instant;
import java.util.List;

/** What the communications office does: whispers of 2022 and of these days, and the screens that show them. */
final class Communications {
    private static final Instant SINCE = Instant.parse("2021-12-12T06:00:00Z");
    private final DemoProgramme programme;
    private final Tables tables;
    private final WhisperTables whispers;
    private final Officers officers;
    private final Texts texts;
    private final Land land;

    Communications(DemoProgramme programme, Tables tables, Officers officers, Texts texts, Land land) {
        this.programme = programme;
        this.tables = tables;
        this.whispers = new WhisperTables(tables.copies);
        this.officers = officers;
        this.texts = texts;
        this.land = land;
    }

    /** @param known the members with accounts to try the house with: whispers of these days wait for them */
    void write(List<DemoMember> roll, List<DemoMember> known) {
        Contacts contacts = new Contacts(programme.dice("accounts"));
        contacts.write(roll, known, tables, whispers);
        WhisperWriter writer =
                new WhisperWriter(whispers, officers, texts, programme.now(), programme.dice("whispers' rows"));
        writer.segments(SINCE);
        writer.pictures(SINCE);
        ScreenWriter screens = new ScreenWriter(whispers, officers, land, programme.now(), programme.dice("screens"));
        screens.screens();
        List<String> homes = known.stream().map(m -> m.who.home()).distinct().toList();
        List<DemoWhisper> all = new WhisperSheets(programme.now(), homes, programme.dice("whispers")).read();
        all.forEach(writer::whisper);
        halfYear(all, roll, contacts, writer, screens);
        present(all, roll, known, contacts, writer, screens);
    }

    private void halfYear(
            List<DemoWhisper> all,
            List<DemoMember> roll,
            Contacts contacts,
            WhisperWriter writer,
            ScreenWriter screens) {
        new Reach(contacts, programme.now(), programme.dice("reach of 2022"))
                .halfYear(
                        all.stream().filter(Communications::isPast).toList(), roll, Reach.reached(programme.members()))
                .forEach((whisper, hearings) -> {
                    writer.hearings(whisper, hearings);
                    screens.plays(whisper);
                });
    }

    private void present(
            List<DemoWhisper> all,
            List<DemoMember> roll,
            List<DemoMember> known,
            Contacts contacts,
            WhisperWriter writer,
            ScreenWriter screens) {
        Reach reach = new Reach(contacts, programme.now(), programme.dice("reach of these days"));
        all.stream().filter(w -> w.wasSent() && !isPast(w)).forEach(w -> {
            writer.hearings(w, reach.present(w, roll, known));
            screens.plays(w);
        });
    }

    private static boolean isPast(DemoWhisper w) {
        return w.wasSent() && !w.day().isAfter(HalfYear.TO);
    }
}
