package org.kulluna.attendance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;

/** One request's facts, authorised and with their persons found: what the writer takes. */
record Filing(Viewer by, List<Named> facts) {
    /**
     * A fact whose person was looked up.
     *
     * @param trouble why the person cannot be taken as found, empty when they can
     */
    record Named(NewFact fact, @Nullable PersonId person, String trouble) {}

    /** A person at a duty. */
    record Pair(UUID duty, PersonId person) {}
}
