package org.kulluna.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * A place with its person's name, as the training office reads it.
 *
 * @param position in the order they came: what a page goes on after
 */
public record RosterLine(
        UUID enrolment,
        PersonId person,
        LocalizedText name,
        @Nullable Long memberNumber,
        EnrolmentState state,
        String source,
        String reason,
        @Nullable Integer score,
        @Nullable Boolean practicalPassed,
        @Nullable Integer attendedMinutes,
        @Nullable Boolean passed,
        long position) {}
