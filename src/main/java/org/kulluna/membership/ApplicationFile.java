package org.kulluna.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;

/**
 * All an officer needs to decide.
 *
 * @param maskedId the Emirates ID, masked
 * @param obstacles what stands in the way of acceptance, as keys under {@code refusal.}
 */
public record ApplicationFile(
        Application application,
        Person person,
        @Nullable String maskedId,
        Readiness readiness,
        List<String> obstacles,
        List<HistoryEntry> history) {}
