package org.kulluna.volunteering;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door by which coordinators and leaders read: opportunities, their shifts and rosters. */
@Component
public class Desk {
    private static final int PAGE = 25;
    private final ManageRows rows;
    private final Slots slots;
    private final ShiftRows shifts;
    private final RoleRows roles;
    private final Audit audit;
    private final Clock clock;

    /** A shift of one opportunity with its roles. */
    public record ShiftLine(Shift shift, List<ShiftRole> roles) {
        public int minimum() {
            return roles.stream().mapToInt(ShiftRole::minimum).sum();
        }

        public int maximum() {
            return roles.stream().mapToInt(ShiftRole::maximum).sum();
        }

        public int booked() {
            return roles.stream().mapToInt(ShiftRole::booked).sum();
        }

        public int waiting() {
            return roles.stream().mapToInt(ShiftRole::waiting).sum();
        }

        /** How many would be told if it were called off. */
        public int held() {
            return booked() + waiting();
        }
    }

    public record Roster(Opportunity opportunity, ShiftLine line, List<RosterLine> people) {}

    Desk(ManageRows rows, Slots slots, ShiftRows shifts, RoleRows roles, Audit audit, Clock clock) {
        this.rows = rows;
        this.slots = slots;
        this.shifts = shifts;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ManageCard> list(Viewer viewer, ManageFilter filter, @Nullable String cursor) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        return Page.of(
                rows.list(viewer, filter, Cursor.parse(cursor), PAGE + 1, clock.instant()), PAGE, ManageRows::cursor);
    }

    /** Of one opportunity, in time. */
    @Transactional(readOnly = true)
    public List<ShiftLine> shifts(Viewer viewer, UUID opportunity) {
        viewer.must(Right.EDIT_OPPORTUNITIES, slots.opportunity(opportunity).unit());
        List<Shift> all = shifts.listOf(opportunity);
        var byShift = roles.listOf(all.stream().map(Shift::id).toList()).stream()
                .collect(Collectors.groupingBy(ShiftRole::shift));
        return all.stream()
                .map(s -> new ShiftLine(s, byShift.getOrDefault(s.id(), List.of())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Roster roster(Viewer viewer, UUID shift) {
        viewer.must(Right.SEE_ROSTER);
        Slot slot = slots.get(shift);
        viewer.must(Right.SEE_ROSTER, slot.opportunity().unit());
        return new Roster(
                slot.opportunity(), new ShiftLine(slot.shift(), roles.listOf(List.of(shift))), rows.roster(shift));
    }

    /** Who holds a place, to be carried away on paper or as a file: recorded, since names leave the house. */
    @Transactional
    public Roster take(Viewer viewer, UUID shift) {
        Roster all = roster(viewer, shift);
        audit.record(viewer, "volunteering.take-roster", "shift", shift);
        return new Roster(
                all.opportunity(),
                all.line(),
                all.people().stream().filter(p -> p.signUp().state().isHeld()).toList());
    }
}
