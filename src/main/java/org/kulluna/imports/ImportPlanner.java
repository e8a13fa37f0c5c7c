package org.kulluna.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;
import org.kulluna.volunteering.KnownOpportunity;
import org.kulluna.volunteering.Opportunities;
import org.springframework.stereotype.Component;

/** Reads a file under a mapping and compares it with what is known. Changes nothing. */
@Component
class ImportPlanner {
    private static final LocalizedText VOLUNTEER = new LocalizedText(
            Words.in("ar").say("imports.role.volunteer"), Words.in("en").say("imports.role.volunteer"));

    private final Places places;
    private final ReasonNames qualifications;
    private final Opportunities opportunities;
    private final Clock clock;

    ImportPlanner(Places places, ReasonNames qualifications, Opportunities opportunities, Clock clock) {
        this.places = places;
        this.qualifications = qualifications;
        this.opportunities = opportunities;
        this.clock = clock;
    }

    /** @throws Refusal INVALID with the mapping's field faults, or when the file cannot be read */
    List<ImportPlan.Line> plan(Viewer viewer, ImportFile file, ImportMapping mapping) {
        CsvTable table = file.isCalendar() ? null : CsvTable.read(file.content());
        List<Place> inUse = places.list();
        Map<String, List<String>> faults =
                mapping.faults(table, inUse.stream().map(Place::code).collect(Collectors.toSet()));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        Instant now = clock.instant();
        List<ImportProposal> proposals = read(
                file,
                table,
                mapping,
                new ImportPlaces(inUse, places.otherNames()),
                LocalDate.ofInstant(now, Time.PROGRAMME_ZONE));
        return ImportPlan.of(
                proposals, merge(file.unit(), mapping), known(viewer, file.unit(), mapping, proposals), now);
    }

    private List<ImportProposal> read(
            ImportFile file, @Nullable CsvTable table, ImportMapping mapping, ImportPlaces names, LocalDate today) {
        return table == null
                ? ICalOpportunities.read(file.content(), mapping, names, today)
                : CsvOpportunities.read(
                        table, mapping, names, qualifications.qualifications().keySet());
    }

    ImportMerge merge(String unit, ImportMapping mapping) {
        return new ImportMerge(unit, mapping, VOLUNTEER);
    }

    Map<String, KnownOpportunity> known(
            Viewer viewer, String unit, ImportMapping mapping, List<ImportProposal> proposals) {
        return opportunities.listKnown(
                viewer,
                unit,
                mapping.source(),
                proposals.stream().map(ImportProposal::externalId).collect(Collectors.toSet()));
    }
}
