package org.kulluna.demo;

/** The tables of reports. They follow those of {@link Tables}. */
final class IncidentTables {
    final Copies.Table report;
    final Copies.Table entry;
    final Copies.Table assessment;

    IncidentTables(Copies copies) {
        report = copies.into(
                "incidents.report",
                "id, receipt, category_code, subject, pillar, place_code, region, spot, happened_at, body, search, state,"
                        + " urgency, unit_code, reporter_id, protected, received_at, answer_due_at, first_answer_at,"
                        + " closed_at");
        entry = copies.into("incidents.entry", "id, report_id, kind, state, unit_code, told, body, by_person, at");
        assessment = copies.into(
                "incidents.assessment",
                "id, report_id, threat, harm, risk, investigation, vulnerability, engagement, urgency, by_person, at");
    }
}
