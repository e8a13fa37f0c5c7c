package org.kulluna.statistics;

import java.util.Locale;
import org.kulluna.shared.Refusal;

/** What hours may be told apart by: as fixed on each ledger entry when it was recorded. */
public enum Dimension {
    REGION("region"),
    UNIT("unit_code"),
    PILLAR("pillar"),
    NATIONALITY("nationality"),
    MONTH("to_char(starts_on, 'YYYY-MM')"),
    PLACE("place_code"),
    AGE_GROUP("age_group"),
    GENDER("gender");

    /** An expression over attendance.published_hours: ours, never a reader's. */
    final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** region, unit, pillar, nationality, month, place, age-group or gender: in addresses and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Dimension parse(String code) {
        for (Dimension d : values()) {
            if (d.code().equals(code)) {
                return d;
            }
        }
        throw Refusal.invalid("by", "not-a-choice");
    }
}
