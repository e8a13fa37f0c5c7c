package org.kulluna.statistics;

import static org.kulluna.statistics.Dimension.AGE_GROUP;
import static org.kulluna.statistics.Dimension.COURSE;
import static org.kulluna.statistics.Dimension.GENDER;
import static org.kulluna.statistics.Dimension.HOME_PLACE;
import static org.kulluna.statistics.Dimension.LANGUAGE;
import static org.kulluna.statistics.Dimension.LEVEL;
import static org.kulluna.statistics.Dimension.MONTH;
import static org.kulluna.statistics.Dimension.NATIONALITY;
import static org.kulluna.statistics.Dimension.PILLAR;
import static org.kulluna.statistics.Dimension.PLACE;
import static org.kulluna.statistics.Dimension.REGION;
import static org.kulluna.statistics.Dimension.SCREEN;
import static org.kulluna.statistics.Dimension.SCREEN_GROUP;
import static org.kulluna.statistics.Dimension.THEME;
import static org.kulluna.statistics.Dimension.UNIT;
import static org.kulluna.statistics.Dimension.WHISPER;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What figures are counted from: published views of append-only facts. Each view has {@code id}, {@code canonical_id},
 * {@code starts_on} (the local day that decides the period), {@code recorded_at}, {@code unit_code} and a column for each
 * of its dimensions; where a later fact takes an earlier one's place, {@code superseded_at} says since when.
 */
public enum Facts {
    HOURS(
            "attendance.published_hours",
            "",
            List.of(REGION, UNIT, PILLAR, NATIONALITY, MONTH, PLACE, AGE_GROUP, GENDER)),
    COURSES("training.published_results", " and h.level <> 'onboarding'" + Dims.STANDING, Dims.TRAINING),
    ONBOARDING("training.published_results", " and h.level = 'onboarding'" + Dims.STANDING, Dims.TRAINING),
    /** One row for each check-in of a new member in a workshop of the onboarding path. */
    WORKSHOPS("training.published_workshops", Dims.STANDING, Dims.TRAINING),
    /** One row for each whisper sent. */
    SENT("whispers.published_sent", "", List.of(UNIT, THEME, MONTH, WHISPER)),
    /** One row for each whisper and person reached. */
    REACH(
            "whispers.published_reach",
            "",
            List.of(REGION, LANGUAGE, NATIONALITY, UNIT, THEME, MONTH, WHISPER, AGE_GROUP, GENDER, HOME_PLACE)),
    /** One row for each time a screen showed a whisper. */
    PLAYS(
            "screens.published_plays",
            " and h.whisper_id is not null",
            List.of(REGION, UNIT, SCREEN, SCREEN_GROUP, PLACE, THEME, WHISPER, LANGUAGE, MONTH));

    /** What the families above share; an enum's own constants cannot name its fields. */
    private static final class Dims {
        static final String STANDING = " and (h.superseded_at is null or h.superseded_at > :asOf)";
        static final List<Dimension> TRAINING =
                List.of(REGION, UNIT, COURSE, LEVEL, NATIONALITY, MONTH, AGE_GROUP, GENDER, HOME_PLACE);
    }

    private final String view;
    private final String meant;
    private final List<Dimension> dimensions;

    Facts(String view, String meant, List<Dimension> dimensions) {
        this.view = view;
        this.meant = meant;
        this.dimensions = dimensions;
    }

    /** What these facts may be told apart by, in the order of a choice. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Whether all of it can be asked of these facts. */
    boolean know(Question q) {
        return dimensions.containsAll(q.where().keySet());
    }

    /** The view as h, narrowed to what the question means: as known at its instant, in the viewer's units. */
    String from(Question q) {
        StringBuilder b = new StringBuilder(" from " + view + " h where h.starts_on between :from and :to"
                + " and h.recorded_at <= :asOf and (:everywhere or h.unit_code = any(:units::text[]))" + meant);
        for (Dimension d : q.where().keySet()) {
            b.append(" and ").append(d.is());
        }
        return b.append(' ').toString();
    }

    /** @param units null: all of them */
    static StatementSpec bind(JdbcClient sql, String text, Question q, @Nullable Set<String> units) {
        StatementSpec s = sql.sql(text)
                .param("from", q.period().from())
                .param("to", q.period().to())
                .param("asOf", q.asOf().atOffset(ZoneOffset.UTC))
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new));
        for (Map.Entry<Dimension, String> e : q.where().entrySet()) {
            s = s.param(e.getKey().name(), e.getValue());
        }
        return s;
    }
}
