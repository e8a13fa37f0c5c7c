package org.kulluna.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.statistics.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a member sees first: the next duty and the hours of this half-year. */
@Component
class MyDay {
    private final HomeRows rows;
    private final Clock clock;

    MyDay(HomeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<NextDuty> findNext(Viewer viewer) {
        return rows.findNext(viewer.signedIn(), clock.instant());
    }

    Period halfYear() {
        return Period.halfYearOf(LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE));
    }

    /** Verified minutes whose duties began in the current half-year. */
    @Transactional(readOnly = true)
    long minutes(Viewer viewer) {
        Period period = halfYear();
        return rows.sumMinutes(viewer.signedIn(), period.from(), period.to());
    }
}
