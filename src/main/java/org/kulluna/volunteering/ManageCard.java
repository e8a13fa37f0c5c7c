package org.kulluna.volunteering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity in a coordinator's list. Numbers are of its shifts that are still to come.
 *
 * @param drafts shifts that nobody sees yet
 */
public record ManageCard(
        Opportunity opportunity,
        int shifts,
        int drafts,
        @Nullable Instant next,
        @Nullable String zone,
        int minimum,
        int maximum,
        int booked,
        int waiting) {}
