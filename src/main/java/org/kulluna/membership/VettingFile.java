package org.kulluna.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;

/** A check with the person it is about and the person's other checks, newest first. */
public record VettingFile(VettingCheck check, Person person, @Nullable String maskedId, List<VettingCheck> others) {}
