package org.kulluna.whispers;

import java.util.Locale;

/** What became of a whisper for one person on one channel; the view whispers.states says it in SQL. */
public enum RecipientState {
    /** Meant, and not told yet; in the app: in the inbox, not looked at. */
    ELIGIBLE,
    /** Kept from them, with a reason: opt_out, cap, no_channel. */
    SUPPRESSED,
    QUEUED,
    /** By the push service. */
    ACCEPTED,
    /** By the device itself. */
    CONFIRMED,
    /** At least a second on screen. */
    SEEN,
    READ,
    /** It ended, or was taken back, before they saw it. */
    EXPIRED,
    FAILED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
