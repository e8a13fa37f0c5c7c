package org.kulluna.home;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;
import org.kulluna.shell.Navigation;
import org.kulluna.training.Awards;
import org.kulluna.volunteering.ManageFilter;
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
        if (viewer.may(Right.EDIT_OPPORTUNITIES)) {
            Instant now = clock.instant();
            Instant until = now.plus(ManageFilter.SHORT_DAYS, ChronoUnit.DAYS);
            queues.add(rows.shortOfPeople(
                    units(viewer, Right.EDIT_OPPORTUNITIES), now, until, "/volunteering/manage?need=short"));
        }
        if (viewer.mayEverywhere(Right.RECORD_QUALIFICATION)) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
            queues.add(rows.ending(today, today.plusDays(Awards.SOON_DAYS), "/training/awards?state=ending"));
        }
        if (viewer.may(Right.APPROVE_WHISPERS)) {
            queues.add(rows.whispers(
                    units(viewer, Right.APPROVE_WHISPERS), viewer.signedIn(), "/whispers/manage?state=in_review"));
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

    /** Pages of the desk, members (audited) and coming duties, each only for those who may see them. */
    @Transactional
    List<Found> search(Viewer viewer, String text) {
        mustWorkHere(viewer);
        List<Found> found = new ArrayList<>();
        String words = SearchText.fold(text);
        if (words.isEmpty() || text.length() > 100) {
            return found;
        }
        found.addAll(pages(viewer, words));
        if (viewer.may(Right.SEE_MEMBERS)) {
            audit.record(viewer, "home.search", "people", "search");
            found.addAll(rows.members(text, FOUND));
        }
        if (viewer.may(Right.SEE_ROSTER)) {
            found.addAll(rows.duties(text, units(viewer, Right.SEE_ROSTER), clock.instant(), FOUND));
        }
        return found;
    }

    /** Those whose name holds what was typed, in whatever language. */
    private static List<Found> pages(Viewer viewer, String words) {
        return Navigation.groupsFor(viewer).stream()
                .flatMap(g -> g.items().stream())
                .map(i -> new Found(i.icon(), i.path(), named("nav." + i.key()), null, null, null))
                .filter(f -> SearchText.fold(f.name().ar()).contains(words)
                        || SearchText.fold(f.name().en()).contains(words))
                .toList();
    }

    private static LocalizedText named(String key) {
        return new LocalizedText(Words.in("ar").say(key), Words.in("en").say(key));
    }

    static boolean worksHere(Viewer viewer) {
        return java.util.Arrays.stream(Right.values())
                .filter(r -> r != Right.FOLLOW_APPLICATION && r != Right.VOLUNTEER && r != Right.SEND_REPORTS)
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
