package org.kulluna.whispers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk's lists: only what the viewer's units wrote. */
@Component
public class WhisperLists {
    static final int PAGE = 25;

    /**
     * A half-year's whispers.
     *
     * @param timed sent in it or to be sent in it, in that order
     * @param untimed drafts that have no time yet
     */
    public record Calendar(HalfYear half, List<WhisperLine> timed, List<WhisperLine> untimed) {
        /** Those of one month and theme. */
        public List<WhisperLine> in(YearMonth month, Theme theme) {
            return timed.stream()
                    .filter(w -> w.theme() == theme)
                    .filter(w -> w.day() != null && YearMonth.from(w.day()).equals(month))
                    .toList();
        }
    }

    private final WhisperListRows rows;
    private final Clock clock;

    WhisperLists(WhisperListRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<WhisperLine> list(Viewer viewer, WhisperFilter filter) {
        viewer.must(Right.SEE_WHISPERS);
        return Page.of(
                rows.list(
                        viewer.mayEverywhere(Right.SEE_WHISPERS),
                        viewer.unitsWith(Right.SEE_WHISPERS),
                        filter,
                        PAGE + 1),
                PAGE,
                l -> WhisperListRows.cursor(l).toString());
    }

    /** @param half such as 2022-H1; the present one for anything else */
    @Transactional(readOnly = true)
    Calendar calendar(Viewer viewer, String half) {
        viewer.must(Right.SEE_WHISPERS);
        HalfYear h = HalfYear.parse(half, LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE));
        boolean everywhere = viewer.mayEverywhere(Right.SEE_WHISPERS);
        var units = viewer.unitsWith(Right.SEE_WHISPERS);
        return new Calendar(h, rows.between(everywhere, units, h.from(), h.to()), rows.withoutTime(everywhere, units));
    }
}
