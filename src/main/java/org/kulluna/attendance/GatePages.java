package org.kulluna.attendance;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The leader's phone at the gate. */
@Controller
@RequestMapping("/attendance/gate")
class GatePages {
    /** What gate.js sends: facts in the order they happened, and the language of the page they were made on. */
    record Sent(
            @Nullable List<@Nullable FactForm> facts,
            @Nullable String language) {}

    record Answered(List<GateResult> results, List<Row> rows, int inside, int expected) {}

    /** How a person's line on the list reads now. */
    record Row(UUID person, String state, String line) {}

    private final Gate gate;
    private final Attendance attendance;
    private final Clock clock;

    GatePages(Gate gate, Attendance attendance, Clock clock) {
        this.gate = gate;
        this.attendance = attendance;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("duties", gate.list(viewer));
        return "attendance/gateList";
    }

    @GetMapping("/{id}")
    String open(@PathVariable String id, @RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        model.addAttribute("view", gate.open(viewer, Ids.parse(id), q.strip()));
        model.addAttribute("q", q);
        return "attendance/gate";
    }

    /** Without script. A stored fact is shown at an address of its own, so that going back and forth sends nothing. */
    @PostMapping(path = "/{id}/facts", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String recordAttendance(@PathVariable String id, @ModelAttribute GateForm form, Viewer viewer, Model model) {
        GateDuty today = gate.get(viewer, Ids.parse(id));
        Map<String, List<String>> faults = new LinkedHashMap<>();
        NewFact fact = form.fact(id, clock.instant()).read("", faults);
        if (fact == null) {
            // The leader sees one field for the person: the number.
            if (faults.remove("personId") != null) {
                faults.put("membershipNumber", List.of("gate-number"));
            }
            model.addAttribute("refusal", Refusal.invalid(faults));
            model.addAttribute("view", gate.open(viewer, today.duty().id(), ""));
            model.addAttribute("q", "");
            model.addAttribute("typed", form.membershipNumber());
            return "attendance/gate";
        }
        String page = "redirect:/attendance/gate/" + today.duty().id();
        Fact before = gate.find(viewer, today.duty().id(), fact.id()).orElse(null);
        if (before != null && attendance.isAbout(before, fact)) {
            return page + "/facts/" + fact.id();
        }
        if (before != null) {
            // The page was gone back to, and its button already sent somebody else.
            model.addAttribute("refusal", Refusal.conflict("gate-page-old"));
            model.addAttribute("view", gate.open(viewer, today.duty().id(), ""));
            model.addAttribute("q", "");
            model.addAttribute("typed", form.membershipNumber());
            return "attendance/gate";
        }
        FactOutcome outcome = attendance.record(viewer, List.of(fact)).getFirst();
        if (outcome.state() == FactOutcome.State.RECORDED) {
            return fact.kind() == FactKind.VOID ? page : page + "/facts/" + fact.id();
        }
        show(outcome, today, model);
        return "attendance/gateResult";
    }

    @GetMapping("/{id}/facts/{fact}")
    String result(@PathVariable String id, @PathVariable String fact, Viewer viewer, Model model) {
        GateDuty today = gate.get(viewer, Ids.parse(id));
        Fact found = gate.find(viewer, today.duty().id(), Ids.parse(fact)).orElseThrow(Refusal::notFound);
        show(
                new FactOutcome(
                        found.id(), FactOutcome.State.ALREADY, found.kind(), found.person(), "", null, List.of()),
                today,
                model);
        return "attendance/gateResult";
    }

    private void show(FactOutcome outcome, GateDuty today, Model model) {
        PersonId person = outcome.person();
        Guest guest = person == null
                ? null
                : gate.guests(today.duty().id(), List.of(person)).get(person);
        model.addAttribute("today", today);
        model.addAttribute("outcome", outcome);
        model.addAttribute("guest", guest);
    }

    /** For gate.js, which keeps what it could not send and sends it again: the same list changes nothing. */
    @PostMapping(path = "/{id}/facts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Answered recordAttendance(@PathVariable String id, @RequestBody Sent sent, Viewer viewer) {
        UUID duty = gate.get(viewer, Ids.parse(id)).duty().id();
        List<FactOutcome> outcomes = attendance.record(viewer, AttendanceApi.read(sent.facts(), duty.toString()));
        GateDuty now = gate.get(viewer, duty);
        String language = Words.in(String.valueOf(sent.language())).language();
        Map<PersonId, Guest> guests = gate.guests(
                duty,
                outcomes.stream()
                        .map(FactOutcome::person)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList());
        return new Answered(
                outcomes.stream()
                        .map(o -> GateResult.of(
                                o, o.person() == null ? null : guests.get(o.person()), now.duty(), language))
                        .toList(),
                guests.values().stream()
                        .map(g -> new Row(
                                g.person().value(),
                                g.state(),
                                g.line(language, now.duty().zone())))
                        .toList(),
                now.inside(),
                now.expected());
    }
}
