package org.kulluna.volunteering;

import java.util.List;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.PersonId;

/** Somebody who would lose their seat by a change, and why. */
public record Consequence(PersonId person, List<Reason> reasons) {}
