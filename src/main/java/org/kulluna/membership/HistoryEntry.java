package org.kulluna.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** One thing that happened to an application or a member. Words under {@code membership.history.}. */
public record HistoryEntry(String kind, Instant at, @Nullable LocalizedText by, String detail) {
    /** How it reads at a glance: good, warn, bad or now. */
    public String tone() {
        return switch (kind) {
            case "accepted", "vetting_cleared", "identity_checked", "consent_recorded", "visa_recorded", "reinstated" ->
                "good";
            case "suspended", "consent_withdrawn", "vetting_withdrawn", "withdrawn", "left" -> "warn";
            case "refused", "vetting_refused", "erased" -> "bad";
            default -> "now";
        };
    }

    public String icon() {
        return switch (tone()) {
            case "good" -> "check-circle";
            case "warn" -> "warning";
            case "bad" -> "x-circle";
            default -> "clock";
        };
    }
}
