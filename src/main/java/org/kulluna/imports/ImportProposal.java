package org.kulluna.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a file (a row, a VEVENT) asks for. Lines with the same {@code externalId} speak of one opportunity.
 * Null is what the file does not say. A line with {@code faults} is refused whole.
 *
 * @param leads speaks for the opportunity itself; a further line with the same id brings shifts only
 * @param endless the rule goes on for ever, so that only a window of it was read
 */
record ImportProposal(
        int line,
        String externalId,
        @Nullable String titleAr,
        @Nullable String titleEn,
        @Nullable String textAr,
        @Nullable String textEn,
        @Nullable String mayAr,
        @Nullable String mayEn,
        @Nullable String mayNotAr,
        @Nullable String mayNotEn,
        @Nullable String pillar,
        @Nullable String place,
        List<ImportSlot> slots,
        boolean leads,
        boolean endless,
        List<ImportNote> notes,
        List<ImportNote> faults) {

    /** The title to show in a list of lines, in whichever language there is. */
    String shownTitle() {
        String title = titleAr != null ? titleAr : titleEn != null ? titleEn : externalId;
        return ImportNote.cut(title);
    }

    boolean isRefused() {
        return !faults.isEmpty();
    }

    /** The line of a shift only. */
    ImportProposal following() {
        return with(false, slots, notes, faults);
    }

    ImportProposal refused(ImportNote why) {
        List<ImportNote> all = new ArrayList<>(faults);
        all.add(why);
        return with(leads, slots, notes, all);
    }

    ImportProposal noting(ImportNote note) {
        List<ImportNote> all = new ArrayList<>(notes);
        all.add(note);
        return with(leads, slots, all, faults);
    }

    ImportProposal notingOnce(ImportNote note) {
        return notes.stream().anyMatch(n -> n.key().equals(note.key())) ? this : noting(note);
    }

    ImportProposal withSlots(List<ImportSlot> other) {
        return with(leads, other, notes, faults);
    }

    private ImportProposal with(boolean lead, List<ImportSlot> s, List<ImportNote> n, List<ImportNote> f) {
        return new ImportProposal(
                line,
                externalId,
                titleAr,
                titleEn,
                textAr,
                textEn,
                mayAr,
                mayEn,
                mayNotAr,
                mayNotEn,
                pillar,
                place,
                List.copyOf(s),
                lead,
                endless,
                List.copyOf(n),
                List.copyOf(f));
    }

    /** A line that cannot be read at all. */
    static ImportProposal unreadable(int line, String shown, ImportNote why) {
        return new ImportProposal(
                line,
                "",
                null,
                shown,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                true,
                false,
                List.of(),
                List.of(why));
    }
}
