package org.kulluna.attendance;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Attendance for programs: kiosks, other gates, benches. */
@RestController
@RequestMapping("/api/v1")
class AttendanceApi {
    /** One fact or many, at most 1000. */
    record Facts(@Nullable List<@Nullable FactForm> facts) {}

    /** In the order sent. */
    record Outcomes(List<Outcome> outcomes) {}

    /**
     * @param state recorded, already (a repeat of the same fact), repeated (in, out or absent since {@code since};
     *     nothing stored) or refused
     * @param reason why not, for example not-expected, not-in, old-code; missing when it was recorded
     */
    record Outcome(
            UUID id,
            String state,
            String kind,
            @Nullable UUID personId,
            @Nullable String reason,
            @Nullable Instant since,
            @Nullable List<Reason> reasons) {
        static Outcome of(FactOutcome o) {
            return new Outcome(
                    o.id(),
                    o.state().name().toLowerCase(java.util.Locale.ROOT),
                    o.kind().code(),
                    o.person() == null ? null : o.person().value(),
                    o.reason().isEmpty() ? null : o.reason(),
                    o.since(),
                    o.reasons().isEmpty() ? null : o.reasons());
        }
    }

    private final Attendance attendance;
    private final Gate gate;

    AttendanceApi(Attendance attendance, Gate gate) {
        this.attendance = attendance;
        this.gate = gate;
    }

    @PostMapping("/attendance")
    @Operation(
            operationId = "recordAttendance",
            summary =
                    "Record check-ins, check-outs, absences and voids. Answered after the commit; the same list again "
                            + "changes nothing. 404 when any duty is not yours, 409 fact-differs when an id was used for "
                            + "something else (nothing is stored then), 422 naming each fault, 503 when the house is too busy.")
    Outcomes recordAttendance(@RequestBody Facts body, Viewer viewer) {
        viewer.must(Right.RECORD_ATTENDANCE);
        return new Outcomes(attendance.record(viewer, read(body.facts(), null)).stream()
                .map(Outcome::of)
                .toList());
    }

    @GetMapping("/attendance/duties")
    @Operation(
            operationId = "listDuties",
            summary = "Duties at whose gate you may stand: running, just over, or beginning within a day.")
    List<GateDuty> listDuties(Viewer viewer) {
        return gate.list(viewer);
    }

    @GetMapping("/attendance/duties/{id}/people")
    @Operation(operationId = "listExpected", summary = "Who is expected at a duty and who is in; at most 500 people.")
    GateView listExpected(@PathVariable String id, @RequestParam(defaultValue = "") String q, Viewer viewer) {
        return gate.open(viewer, Ids.parse(id), q);
    }

    @GetMapping("/attendance/duties/{id}")
    @Operation(
            operationId = "getDuty",
            summary = "A duty with its facts, claims and ledger entries: what a figure opens to. Looking is recorded.")
    DutyBook getDuty(@PathVariable String id, Viewer viewer) {
        return gate.book(viewer, Ids.parse(id));
    }

    /** @param duty the duty of all of them, null when each names its own */
    static List<NewFact> read(@Nullable List<@Nullable FactForm> forms, @Nullable String duty) {
        if (forms == null || forms.isEmpty()) {
            throw Refusal.invalid("facts", "required");
        }
        if (forms.size() > NewFact.MOST) {
            throw Refusal.invalid("facts", "too-many-facts");
        }
        Map<String, List<String>> faults = new LinkedHashMap<>();
        List<NewFact> facts = new ArrayList<>(forms.size());
        for (int i = 0; i < forms.size() && faults.size() < 50; i++) {
            FactForm form = forms.get(i);
            String at = "facts[" + i + "].";
            if (form == null) {
                faults.put(at + "id", List.of("required"));
                continue;
            }
            NewFact fact = (duty == null ? form : form.at(duty)).read(at, faults);
            if (fact != null) {
                facts.add(fact);
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return facts;
    }
}
