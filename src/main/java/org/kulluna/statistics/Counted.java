package org.kulluna.statistics;

import java.util.Locale;
import org.kulluna.shared.Refusal;

/** A number of the training figures that opens to rows: over which facts it counts, and which of them. */
public enum Counted {
    COURSES(Facts.COURSES, " and h.state <> 'absent'", true),
    TRAINEES(Facts.COURSES, " and h.state = 'attended'", false),
    CAME(Facts.COURSES, " and h.state <> 'absent'", false),
    PASSED(Facts.COURSES, " and h.passed", false),
    WORKSHOPS(Facts.WORKSHOPS, " and h.state <> 'absent'", true),
    ONBOARDED(Facts.ONBOARDING, " and h.state = 'attended'", false);

    final Facts facts;
    final String which;
    private final boolean holdings;

    Counted(Facts facts, String which, boolean holdings) {
        this.facts = facts;
        this.which = which;
        this.holdings = holdings;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return one whose rows are enrolments: trainees, came, passed or onboarded */
    static Counted enrolments(String code) {
        return parse(code, false);
    }

    /** @return one whose rows are what was held: courses or workshops */
    static Counted holdings(String code) {
        return parse(code, true);
    }

    private static Counted parse(String code, boolean holdings) {
        for (Counted c : values()) {
            if (c.holdings == holdings && c.code().equals(code)) {
                return c;
            }
        }
        throw Refusal.invalid("of", "not-a-choice");
    }
}
