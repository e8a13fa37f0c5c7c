package org.kulluna.statistics;

import java.util.Locale;
import org.kulluna.shared.Refusal;

/** What figures may be told apart by: as fixed on each fact when it was recorded. {@link Facts} says which have which. */
public enum Dimension {
    REGION("h.region"),
    UNIT("h.unit_code"),
    PILLAR("h.pillar"),
    NATIONALITY("h.nationality"),
    MONTH("to_char(h.starts_on, 'YYYY-MM')"),
    PLACE("h.place_code"),
    AGE_GROUP("h.age_group"),
    GENDER("h.gender"),
    COURSE("h.course_code"),
    LEVEL("h.level"),
    HOME_PLACE("h.home_place"),
    LANGUAGE("h.language"),
    THEME("h.theme"),
    WHISPER("h.whisper_id"),
    SCREEN("h.screen_id"),
    /** One for each group the screen stood in: a row of two groups is of both. */
    SCREEN_GROUP("unnest(h.group_ids)");

    /** An expression over a published view named h: ours, never a reader's. */
    final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** That a fact has the value asked for. */
    String is() {
        return this == SCREEN_GROUP ? param() + " = any(h.group_ids)" : column + " = " + param();
    }

    /** The parameter that carries the value asked for. */
    String param() {
        return ":" + name() + (isId() ? "::uuid" : "");
    }

    boolean isId() {
        return this == WHISPER || this == SCREEN || this == SCREEN_GROUP;
    }

    /** region, unit, pillar, nationality, month, place, age-group, gender ...: in addresses and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Dimension parse(String code) {
        for (Dimension d : values()) {
            if (d.code().equals(code)) {
                return d;
            }
        }
        throw Refusal.invalid("by", "not-a-choice");
    }
}
