package org.kulluna.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.statistics.Period;
import org.kulluna.training.Award;
import org.kulluna.training.Awards;
import org.kulluna.whispers.MemberWhisper;
import org.kulluna.whispers.WhisperInbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a member sees first: the next duty and the hours of this half-year. */
@Component
class MyDay {
    private final HomeRows rows;
    private final Awards awards;
    private final WhisperInbox whispers;
    private final Clock clock;

    MyDay(HomeRows rows, Awards awards, WhisperInbox whispers, Clock clock) {
        this.rows = rows;
        this.awards = awards;
        this.whispers = whispers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<NextDuty> findNext(Viewer viewer) {
        return rows.findNext(viewer.signedIn(), clock.instant());
    }

    Optional<MemberWhisper> findWhisper(Viewer viewer) {
        return whispers.findToday(viewer);
    }

    /** One's own qualifications that end soon, unless a later one of the kind goes on; the first to end comes first. */
    @Transactional(readOnly = true)
    List<Award> listEnding(Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        Map<String, Award> last = new HashMap<>();
        for (Award a : awards.listOwn(viewer)) {
            if (a.revokedAt() == null) {
                last.merge(a.qualification(), a, MyDay::later);
            }
        }
        return last.values().stream()
                .filter(a -> a.stateOn(today).equals("ending"))
                .sorted(Comparator.comparing(a -> Objects.requireNonNull(a.validTo())))
                .toList();
    }

    private static Award later(Award a, Award b) {
        LocalDate one = a.validTo();
        LocalDate other = b.validTo();
        return one == null || other != null && one.isAfter(other) ? a : b;
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
