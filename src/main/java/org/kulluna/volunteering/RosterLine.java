package org.kulluna.volunteering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * Somebody on a shift's roster.
 *
 * @param number of the membership, null for who is no member any more
 * @param came whether they were checked in
 */
public record RosterLine(
        SignUp signUp,
        LocalizedText name,
        @Nullable Long number,
        LocalizedText role,
        boolean came,
        List<Change> history) {

    /** A state the sign-up took. {@code reason} is a key under {@code reason.} when it lapsed. */
    public record Change(SignUpState state, String reason, Instant at) {}
}
