package org.kulluna.incidents;

import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who sent a report. Each look is recorded; of a protected reporter only the programme's duty desk gets one. */
@Component
class Reporters {
    private final ReportRows rows;
    private final People people;
    private final Audit audit;

    Reporters(ReportRows rows, People people, Audit audit) {
        this.rows = rows;
        this.people = people;
        this.audit = audit;
    }

    /** @throws Refusal NOT_FOUND */
    @Transactional
    public Person look(Viewer viewer, UUID id) {
        viewer.must(Right.SEE_REPORTERS);
        Report r = rows.find(viewer, id).orElseThrow(Refusal::notFound);
        boolean may = r.shielded()
                ? viewer.mayEverywhere(Right.SEE_REPORTERS)
                : viewer.mayEverywhere(Right.SEE_REPORTERS)
                        || r.unit() != null && viewer.may(Right.SEE_REPORTERS, r.unit());
        if (!may) {
            throw Refusal.notFound();
        }
        audit.record(viewer, "incidents.look-at-reporter", "report", id, "reporter");
        return people.get(rows.reporter(id));
    }
}
