package org.kulluna.home;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an officer sees first: what waits, today's duties, and whatever they look for. */
@Component
class Desk {
    private static final int FOUND = 20;
    private final HomeRows rows;
    private final Audit audit;
    private final Clock clock;

    Desk(HomeRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Only the queues the viewer works on. */
    @Transactional(readOnly = true)
    List<WaitingQueue> queues(Viewer viewer) {
        mustWorkHere(viewer);
        List<WaitingQueue> queues = new ArrayList<>();
        if (viewer.may(Right.SEE_APPLICATIONS)) {
            queues.add(rows.waiting("application", "/membership/applications"));
        }
        if (viewer.may(Right.VET)) {
            queues.add(rows.waiting("vetting", "/membership/vetting"));
        }
        if (viewer.may(Right.VERIFY_HOURS)) {
            queues.add(rows.claims(units(viewer, Right.VERIFY_HOURS), "/attendance/claims"));
        }
        return queues;
    }

    /** Duties that touch today in the programme's zone. */
    @Transactional(readOnly = true)
    List<BoardDuty> board(Viewer viewer) {
        mustWorkHere(viewer);
        if (!viewer.may(Right.SEE_ROSTER)) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        Instant from = today.atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
        Instant to = today.plusDays(1).atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
        return rows.board(units(viewer, Right.SEE_ROSTER), from, to);
    }

    /** Members (audited) and coming duties, each only for those who may see them. */
    @Transactional
    List<Found> search(Viewer viewer, String text) {
        mustWorkHere(viewer);
        List<Found> found = new ArrayList<>();
        if (text.isBlank() || text.length() > 100) {
            return found;
        }
        if (viewer.may(Right.SEE_MEMBERS)) {
            audit.record(viewer, "home.search", "people", "search");
            found.addAll(rows.members(text, FOUND));
        }
        if (viewer.may(Right.SEE_ROSTER)) {
            found.addAll(rows.duties(text, units(viewer, Right.SEE_ROSTER), clock.instant(), FOUND));
        }
        return found;
    }

    static boolean worksHere(Viewer viewer) {
        return java.util.Arrays.stream(Right.values())
                .filter(r -> r != Right.FOLLOW_APPLICATION && r != Right.VOLUNTEER)
                .anyMatch(viewer::may);
    }

    private static void mustWorkHere(Viewer viewer) {
        viewer.signedIn();
        if (!worksHere(viewer)) {
            throw Refusal.notFound();
        }
    }

    private static @Nullable Set<String> units(Viewer viewer, Right right) {
        return viewer.mayEverywhere(right) ? null : viewer.unitsWith(right);
    }
}
