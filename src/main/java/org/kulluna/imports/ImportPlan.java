package org.kulluna.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kulluna.volunteering.KnownOpportunity;

/**
 * What an import would do, line by line, and why: a pure comparison of what a file proposes with what is known. Applying
 * does exactly this.
 */
final class ImportPlan {
    enum Outcome {
        CREATE,
        UPDATE,
        UNCHANGED,
        REFUSE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param changes fields under {@code imports.field.} that an update changes */
    record Line(ImportProposal proposal, Outcome outcome, TreeSet<String> changes) {}

    private static final Duration WEEK = Duration.ofDays(7);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ImportMerge merge;
    private final Map<String, KnownOpportunity> known;
    private final Instant now;

    private ImportPlan(ImportMerge merge, Map<String, KnownOpportunity> known, Instant now) {
        this.merge = merge;
        this.known = known;
        this.now = now;
    }

    /** @param known what earlier imports of this source made, by external id */
    static List<Line> of(
            List<ImportProposal> proposals, ImportMerge merge, Map<String, KnownOpportunity> known, Instant now) {
        ImportPlan plan = new ImportPlan(merge, known, now);
        Map<String, List<ImportProposal>> groups = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (ImportProposal p : proposals) {
            if (p.isRefused()) {
                lines.add(new Line(plan.orCancelHere(p), Outcome.REFUSE, new TreeSet<>()));
            } else {
                groups.computeIfAbsent(p.externalId(), i -> new ArrayList<>()).add(p);
            }
        }
        groups.forEach((id, group) -> lines.addAll(plan.group(group, known.get(id))));
        lines.sort(Comparator.comparingInt(l -> l.proposal().line()));
        return lines;
    }

    /** Called off in the file and alive here: that is for a person to do, with a reason that volunteers will read. */
    private ImportProposal orCancelHere(ImportProposal p) {
        KnownOpportunity here = known.get(p.externalId());
        boolean off = p.faults().stream().anyMatch(f -> f.key().equals("cancelled-there"));
        return off && here != null && !here.isCancelled() ? p.noting(ImportNote.of("cancel-it-here")) : p;
    }

    private List<Line> group(List<ImportProposal> group, @Nullable KnownOpportunity here) {
        List<Line> lines = new ArrayList<>();
        if (here != null && here.isCancelled()) {
            group.forEach(p -> lines.add(refuse(p, ImportNote.of("cancelled-here"))));
            return lines;
        }
        // A changed occurrence may stand before its series; the series speaks for both.
        List<ImportProposal> ordered = group.stream()
                .sorted(Comparator.comparing((ImportProposal p) -> !p.leads()))
                .toList();
        List<ImportProposal> distinct = withoutDoubles(ordered, lines);
        List<ImportProposal> resolved = here == null ? distinct : moved(distinct, here);
        ImportProposal first = null;
        for (ImportProposal p : resolved) {
            if (first == null) {
                lines.add(first(p, here));
                first = p;
            } else {
                lines.add(further(p, first, here));
            }
        }
        return lines;
    }

    /** The first line of an opportunity speaks for it. */
    private Line first(ImportProposal p, @Nullable KnownOpportunity here) {
        if (here == null) {
            return new Line(noted(p), Outcome.CREATE, new TreeSet<>());
        }
        TreeSet<String> changes = ImportMerge.changes(merge.opportunity(p, here), here);
        String title = p.titleAr() != null ? here.title().ar() : here.title().en();
        boolean renamed = changes.contains("title") && !title.isEmpty();
        return shifts(renamed ? p.noting(ImportNote.of("was-title", "value", title)) : p, here, changes);
    }

    /** Further lines bring shifts only. */
    private Line further(ImportProposal p, ImportProposal first, @Nullable KnownOpportunity here) {
        ImportProposal after = p.following();
        ImportProposal told =
                sameWords(p, first) ? after : after.noting(ImportNote.of("other-words", "line", first.line()));
        if (p.slots().isEmpty()) {
            return refuse(told, ImportNote.of("says-nothing-new", "line", first.line()));
        }
        return here == null
                ? new Line(noted(told), Outcome.CREATE, new TreeSet<>())
                : shifts(told, here, new TreeSet<>());
    }

    private static boolean sameWords(ImportProposal a, ImportProposal b) {
        return java.util.Objects.equals(a.titleAr(), b.titleAr()) && java.util.Objects.equals(a.titleEn(), b.titleEn());
    }

    private Line shifts(ImportProposal p, KnownOpportunity here, TreeSet<String> changes) {
        boolean added = false;
        ImportProposal told = p;
        List<ImportSlot> slots = new ArrayList<>();
        for (ImportSlot slot : p.slots()) {
            KnownOpportunity.KnownShift shift = here.shifts().get(slot.key());
            TreeSet<String> differs =
                    shift == null ? new TreeSet<>() : ImportMerge.changes(merge.shift(slot, shift), shift);
            if (shift != null && !shift.isOpen(now) && (shift.state().equals("cancelled") || !differs.isEmpty())) {
                told = told.noting(ImportNote.of(
                        shift.state().equals("cancelled") ? "shift-cancelled-here" : "shift-over-here",
                        "value",
                        SHOWN.format(slot.startsAt().atZone(ZoneId.of(slot.zone())))));
            } else if (shift == null || !differs.isEmpty()) {
                slots.add(slot);
                added |= shift == null;
                told = shift == null ? told : before(told, shift, differs);
                changes.addAll(differs);
            }
        }
        if (added) {
            changes.add("shifts");
        }
        Outcome outcome = changes.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATE;
        return new Line(noted(told).withSlots(slots), outcome, changes);
    }

    /** What stands here until now, of the first shift that changes so: one of a series speaks for all. */
    private static ImportProposal before(ImportProposal p, KnownOpportunity.KnownShift shift, TreeSet<String> differs) {
        ImportProposal told = p;
        if (differs.contains("times")) {
            ZoneId zone = ZoneId.of(shift.zone());
            String times = SHOWN.format(shift.startsAt().atZone(zone)) + " – "
                    + SHOWN.format(shift.endsAt().atZone(zone)).substring("yyyy-MM-dd ".length());
            told = told.notingOnce(ImportNote.of("was-times", "value", times));
        }
        return differs.contains("seats") && !shift.roles().isEmpty()
                ? told.notingOnce(
                        ImportNote.of("was-seats", "seats", shift.roles().get(0).maximum()))
                : told;
    }

    private ImportProposal noted(ImportProposal p) {
        boolean past = !p.slots().isEmpty()
                && p.slots().stream().allMatch(s -> s.endsAt().isBefore(now));
        return past ? p.noting(ImportNote.of("past")) : p;
    }

    /** The same shift on two lines: the first one counts. */
    private static List<ImportProposal> withoutDoubles(List<ImportProposal> group, List<Line> refused) {
        List<ImportProposal> kept = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ImportProposal p : group) {
            Integer earlier = p.slots().stream()
                    .map(s -> seen.get(s.key()))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (earlier != null && p.slots().size() == 1) {
                refused.add(refuse(p, ImportNote.of("double", "line", earlier)));
                continue;
            }
            p.slots().forEach(s -> seen.putIfAbsent(s.key(), p.line()));
            kept.add(p);
        }
        return kept;
    }

    /**
     * A shift whose time changed in the file has another key, but is the same shift. It is recognised by its day; and,
     * when as many are missing as are new, by its turn: if all moved, or none by a week, which would be another one of a
     * series. What is over stays what it was; others that the file no longer has are left to people.
     */
    private List<ImportProposal> moved(List<ImportProposal> group, KnownOpportunity here) {
        Set<String> said = new HashSet<>();
        group.forEach(p -> p.slots().forEach(s -> said.add(s.key())));
        List<KnownOpportunity.KnownShift> missing = here.shifts().values().stream()
                .filter(s -> !said.contains(s.key()) && s.isOpen(now))
                .sorted(Comparator.comparing(KnownOpportunity.KnownShift::startsAt))
                .toList();
        List<ImportSlot> fresh = group.stream()
                .flatMap(p -> p.slots().stream())
                .filter(s -> !here.shifts().containsKey(s.key()))
                .sorted(Comparator.comparing(ImportSlot::startsAt))
                .toList();
        boolean endless = group.stream().anyMatch(ImportProposal::endless);
        boolean all = here.shifts().values().stream().noneMatch(s -> said.contains(s.key()) && s.isOpen(now));
        Map<String, String> keys =
                pairs(missing, fresh, endless ? Duration.ZERO : all ? Duration.ofDays(36_500) : WEEK);
        List<ImportProposal> resolved = new ArrayList<>();
        for (ImportProposal p : group) {
            resolved.add(p.withSlots(p.slots().stream()
                    .map(s -> s.withKey(keys.getOrDefault(s.key(), s.key())))
                    .toList()));
        }
        long left = missing.stream()
                .filter(s -> !keys.containsValue(s.key()) && s.startsAt().isAfter(now))
                .count();
        if (left > 0 && !resolved.isEmpty()) {
            resolved.set(0, resolved.get(0).noting(ImportNote.of("left-alone", "count", left)));
        }
        return resolved;
    }

    /**
     * New key to the known one it stands for.
     *
     * @param farthest by their turn, all must move by less than it
     */
    private static Map<String, String> pairs(
            List<KnownOpportunity.KnownShift> missing, List<ImportSlot> fresh, Duration farthest) {
        Map<String, String> keys = new HashMap<>();
        List<KnownOpportunity.KnownShift> open = new ArrayList<>(missing);
        List<ImportSlot> unmatched = new ArrayList<>();
        for (ImportSlot slot : fresh) {
            LocalDate day = slot.startsAt().atZone(ZoneId.of(slot.zone())).toLocalDate();
            var same = open.stream()
                    .filter(s -> s.startsAt()
                            .atZone(ZoneId.of(slot.zone()))
                            .toLocalDate()
                            .equals(day))
                    .findFirst();
            same.ifPresent(open::remove);
            same.ifPresentOrElse(s -> keys.put(slot.key(), s.key()), () -> unmatched.add(slot));
        }
        boolean byTurn = unmatched.size() == open.size()
                && IntStream.range(0, open.size())
                        .allMatch(i -> Duration.between(
                                                open.get(i).startsAt(),
                                                unmatched.get(i).startsAt())
                                        .abs()
                                        .compareTo(farthest)
                                < 0);
        if (byTurn) {
            for (int i = 0; i < open.size(); i++) {
                keys.put(unmatched.get(i).key(), open.get(i).key());
            }
        }
        return keys;
    }

    private static Line refuse(ImportProposal p, ImportNote why) {
        return new Line(p.refused(why), Outcome.REFUSE, new TreeSet<>());
    }
}
