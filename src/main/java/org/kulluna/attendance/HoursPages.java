package org.kulluna.attendance;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.People;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own hours, a statement of them for paper, other people's hours, and the book of a duty. */
@Controller
@RequestMapping("/attendance")
class HoursPages {
    private final Ledger ledger;
    private final Gate gate;
    private final People people;
    private final Forms forms;
    private final Clock clock;

    HoursPages(Ledger ledger, Gate gate, People people, Forms forms, Clock clock) {
        this.ledger = ledger;
        this.gate = gate;
        this.people = people;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/hours")
    String mine(@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        model.addAttribute("hours", ledger.mine(viewer, after));
        return "attendance/hours";
    }

    @GetMapping("/people/{id}/hours")
    String of(@PathVariable String id, @RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        PersonId person = PersonId.of(id);
        model.addAttribute("hours", ledger.of(viewer, person, after));
        model.addAttribute("whose", people.get(person).name());
        return "attendance/hours";
    }

    /** Without days: the half-year so far. */
    @GetMapping("/hours/statement")
    String statement(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer,
            Model model) {
        PersonId person = viewer.signedIn();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        Map<String, List<String>> faults = new LinkedHashMap<>();
        LocalDate first = day(from, "from", Hours.halfYear(today), faults);
        LocalDate last = day(to, "to", today, faults);
        if (faults.isEmpty() && last.isBefore(first)) {
            faults.put("to", List.of("ends-before-start"));
        }
        if (!faults.isEmpty()) {
            model.addAttribute("refusal", Refusal.invalid(faults));
        }
        model.addAttribute("from", from.isEmpty() ? first.toString() : from);
        model.addAttribute("to", to.isEmpty() ? last.toString() : to);
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        model.addAttribute("entries", faults.isEmpty() ? ledger.statement(viewer, first, last) : List.of());
        model.addAttribute("whose", people.get(person).name());
        return "attendance/statement";
    }

    private static LocalDate day(String typed, String field, LocalDate otherwise, Map<String, List<String>> faults) {
        if (typed.isBlank()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() > 1990 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // named below
        }
        faults.put(field, List.of("not-a-date"));
        return otherwise;
    }

    @GetMapping("/duties/{id}")
    String duty(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("book", gate.book(viewer, Ids.parse(id)));
        return "attendance/duty";
    }

    /** The page that corrects verified hours of one claim. */
    @GetMapping("/duties/{id}/claims/{claim}/correct")
    String correction(@PathVariable String id, @PathVariable String claim, Viewer viewer, Model model) {
        show(viewer, Ids.parse(id), Ids.parse(claim), model);
        model.addAttribute("form", new CorrectionForm(Ids.next().toString(), "minus", "", "", ""));
        return "attendance/correction";
    }

    private void show(Viewer viewer, UUID duty, UUID claim, Model model) {
        viewer.must(Right.CORRECT_HOURS);
        DutyBook book = gate.book(viewer, duty);
        viewer.must(Right.CORRECT_HOURS, book.duty().unit());
        Claim found = book.claims().stream()
                .filter(c -> c.id().equals(claim))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        model.addAttribute("claim", found);
        model.addAttribute(
                "entries",
                book.entries().stream().filter(e -> e.claim().equals(claim)).toList());
    }

    @PostMapping("/duties/{id}/claims/{claim}/correct")
    String correctHours(
            @PathVariable String id,
            @PathVariable String claim,
            @ModelAttribute CorrectionForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        UUID duty = Ids.parse(id);
        UUID which = Ids.parse(claim);
        return forms.submit(form, model, "attendance/correction", () -> show(viewer, duty, which, model), () -> {
            UUID entry = entryId(form.id());
            ledger.correct(
                    viewer,
                    entry,
                    which,
                    form.total(),
                    String.valueOf(form.reason()).strip());
            return Done.redirect(response, "hours-corrected", "/attendance/duties/" + duty);
        });
    }

    private static UUID entryId(@Nullable String typed) {
        UUID id = ClaimFilter.uuid(String.valueOf(typed));
        if (id == null) {
            throw Refusal.invalid("id", "fact-id");
        }
        return id;
    }
}
