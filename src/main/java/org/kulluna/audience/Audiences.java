package org.kulluna.audience;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Choices of members: whom a filter means, and how many. */
@Component
public class Audiences {
    private final AudienceRows rows;
    private final FilterCheck check;
    private final Clock clock;

    Audiences(AudienceRows rows, FilterCheck check, Clock clock) {
        this.rows = rows;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Whoever is meant, within what the viewer may address: a right bound to units reaches those who served with them
     * (in the sense of {@link Filter#units}).
     *
     * @param today in the programme's zone: ages, suspensions and what is held are judged on it
     */
    public Selection select(Viewer viewer, Filter filter, LocalDate today) {
        viewer.must(Right.BUILD_AUDIENCES);
        return AudienceRows.select(filter, today, within(viewer));
    }

    /**
     * The same for what somebody was allowed to send earlier and the house sends now. The caller has authorised.
     *
     * @param unit whoever sends: only who served with it; null: the whole programme
     */
    public Selection selectFor(@Nullable String unit, Filter filter, LocalDate today) {
        return AudienceRows.select(filter, today, unit == null ? null : Set.of(unit));
    }

    /** As many as {@link #select} means today. */
    @Transactional(readOnly = true)
    public long count(Viewer viewer, Filter filter) {
        return rows.count(select(viewer, filter, today()));
    }

    /** The same, told apart by region, language and age. */
    @Transactional(readOnly = true)
    public Breakdown breakdown(Viewer viewer, Filter filter) {
        return rows.breakdown(select(viewer, filter, today()));
    }

    /**
     * A form's filter, checked.
     *
     * @param prefix what stands before the fields' names in the form, such as {@code audience.}; or empty
     * @throws Refusal INVALID not-a-choice, too-many, not-a-number or never-both, beside the field
     */
    public Filter read(Viewer viewer, FilterForm form, String prefix) {
        viewer.must(Right.BUILD_AUDIENCES);
        return check.read(viewer, form, prefix);
    }

    /** What {@code audience/filterFields} offers. */
    public FilterChoices choices(Viewer viewer) {
        viewer.must(Right.BUILD_AUDIENCES);
        return check.choices(viewer);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
    }

    private static @Nullable Set<String> within(Viewer viewer) {
        return viewer.mayEverywhere(Right.BUILD_AUDIENCES) ? null : viewer.unitsWith(Right.BUILD_AUDIENCES);
    }
}
