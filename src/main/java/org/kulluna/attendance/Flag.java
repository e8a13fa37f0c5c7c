package org.kulluna.attendance;

import java.util.Locale;

/** What makes a claim worth a second look before anybody verifies it. */
enum Flag {
    /** The person's credited time on another duty overlaps. */
    OVERLAP,
    /** More than the policy LONG_DAY within one local day. */
    LONG_DAY,
    /** The device that saw this also saw somebody at a duty in another place within ten minutes. */
    TWO_PLACES,
    /** Checked in or out by the member in person. */
    SELF_CHECKED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
