package org.kulluna.volunteering;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to one's own duties. */
@Component
public class MyDuties {
    private static final int PAGE = 20;
    private final MyDutyRows rows;
    private final Clock clock;

    MyDuties(MyDutyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Not over yet, soonest first: booked, waiting, and those that lapsed or were called off. */
    @Transactional(readOnly = true)
    public List<MyDuty> listComing(Viewer viewer) {
        viewer.must(Right.VOLUNTEER);
        return rows.listComing(viewer.signedIn(), clock.instant(), 100);
    }

    /** The next one booked: for the home page. */
    @Transactional(readOnly = true)
    public Optional<MyDuty> findNext(Viewer viewer) {
        return listComing(viewer).stream()
                .filter(d -> d.state() == SignUpState.BOOKED)
                .findFirst();
    }

    /** Over, newest first. */
    @Transactional(readOnly = true)
    public Page<MyDuty> listPast(Viewer viewer, @Nullable String cursor) {
        viewer.must(Right.VOLUNTEER);
        return Page.of(
                rows.listPast(viewer.signedIn(), clock.instant(), Cursor.parse(cursor), PAGE + 1),
                PAGE,
                MyDutyRows::cursor);
    }
}
