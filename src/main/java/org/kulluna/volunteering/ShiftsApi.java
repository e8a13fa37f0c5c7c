package org.kulluna.volunteering;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shifts for members' programs. */
@RestController
@RequestMapping("/api/v1")
class ShiftsApi {
    /** {@code next} is the cursor of the following page, absent at the end. */
    record ShiftList(List<ShiftJson> shifts, @Nullable String next) {}

    /**
     * @param state booked, waiting, left, lapsed or cancelled
     * @param place in the waiting list from 1, 0 when not waiting
     * @param reason why it lapsed, or why it was passed over while waiting; late when it was given back late; otherwise empty
     */
    record SignUpJson(UUID id, UUID shiftId, UUID roleId, String state, int place, String reason, Instant changedAt) {
        static SignUpJson of(SignUp u) {
            return new SignUpJson(u.id(), u.shift(), u.role(), u.state().text(), u.place(), u.reason(), u.changedAt());
        }
    }

    /** @param came whether the person was checked in */
    record DutyJson(
            UUID shiftId,
            LocalizedText title,
            LocalizedText role,
            Instant startsAt,
            Instant endsAt,
            String place,
            String state,
            int waitingPlace,
            boolean came) {
        static DutyJson of(MyDuty d) {
            Shift s = d.shift();
            return new DutyJson(
                    s.id(),
                    d.title(),
                    d.role(),
                    s.startsAt(),
                    s.endsAt(),
                    s.place(),
                    d.state().text(),
                    d.place(),
                    d.came());
        }
    }

    record MyDutiesJson(
            List<DutyJson> coming,
            List<DutyJson> past,
            @Nullable String next) {}

    private final Offers offers;
    private final SignUps signUps;
    private final MyDuties mine;
    private final Forms forms;

    ShiftsApi(Offers offers, SignUps signUps, MyDuties mine, Forms forms) {
        this.offers = offers;
        this.signUps = signUps;
        this.mine = mine;
        this.forms = forms;
    }

    @GetMapping("/shifts")
    @Operation(
            operationId = "listShifts",
            summary = "Upcoming published shifts, nearest and soonest first, each with the answer of eligibility. "
                    + "eligible=true: those you may take; false: those you may not take yet; absent: all. "
                    + "from, to: local days (2026-05-24), to included.")
    ShiftList listShifts(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String eligible,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String pillar,
            @RequestParam(required = false) @Nullable String cursor) {
        var last = day("to", to);
        ShiftFilter days = ShiftFilter.between(
                eligible(eligible), day("from", from), last == null ? null : last.plusDays(1), place, pillar);
        ShiftFilter filter = new ShiftFilter(days.eligible(), days.from(), days.to(), unit, place, pillar);
        Page<Offer> page = offers.list(viewer, filter, cursor);
        var roles = offers.roles(viewer, page.rows());
        return new ShiftList(
                page.rows().stream()
                        .map(o -> ShiftJson.of(o, roles.getOrDefault(o.card().id(), List.of())))
                        .toList(),
                page.next());
    }

    @GetMapping("/shifts/{shiftId}")
    @Operation(
            operationId = "getShift",
            summary = "One shift that is or was published, with your answer of eligibility.")
    ShiftJson getShift(Viewer viewer, @PathVariable String shiftId) {
        return ShiftJson.of(offers.get(viewer, Ids.parse(shiftId)));
    }

    @PostMapping("/shifts/{shiftId}/sign-ups")
    @Operation(
            operationId = "signUp",
            summary =
                    "Take a seat, or when the role is full the last place of its waiting list. The same id again gives "
                            + "the same answer. 409 overlap, not-eligible, shift-cancelled, id-used.")
    SignUpJson signUp(Viewer viewer, @PathVariable String shiftId, @RequestBody SignUpForm form) {
        viewer.must(Right.VOLUNTEER);
        forms.check(form);
        return SignUpJson.of(signUps.signUp(
                viewer,
                Ids.parse(shiftId),
                Typed.uuid("id", String.valueOf(form.id())),
                Typed.uuid("roleId", String.valueOf(form.roleId()))));
    }

    @PostMapping("/shifts/{shiftId}/leave")
    @Operation(
            operationId = "leaveShift",
            summary =
                    "Give your place back; a freed seat goes to the next in the waiting list. Said again, it gives the "
                            + "same answer. 404 without a place, 409 shift-started.")
    SignUpJson leaveShift(Viewer viewer, @PathVariable String shiftId) {
        return SignUpJson.of(signUps.leave(viewer, Ids.parse(shiftId)));
    }

    @GetMapping("/my/duties")
    @Operation(
            operationId = "listMyDuties",
            summary = "Your duties: coming, soonest first; past, newest first, paged by cursor.")
    MyDutiesJson listMyDuties(Viewer viewer, @RequestParam(required = false) @Nullable String cursor) {
        Page<MyDuty> past = mine.listPast(viewer, cursor);
        return new MyDutiesJson(
                mine.listComing(viewer).stream().map(DutyJson::of).toList(),
                past.rows().stream().map(DutyJson::of).toList(),
                past.next());
    }

    private static @Nullable Boolean eligible(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw Refusal.invalid("eligible", "not-a-choice");
                };
    }

    private static java.time.@Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var day = ShiftFilter.date(text);
        if (day == null) {
            throw Refusal.invalid(field, "not-a-date");
        }
        return day;
    }
}
