package org.kulluna.attendance;

import java.util.List;
import java.util.UUID;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;

/** What stands behind duties of one kind: asked by the gate when somebody comes who was not expected. */
public interface DutyOwner {
    /** shift, session, workshop or callout. */
    String kind();

    /**
     * Takes the person in (a seat, a place, a commitment, {@link Duties#expect}) when the duty allows walk-ins and the
     * person is eligible; otherwise says why not and changes nothing. Runs in the gate's transaction.
     */
    List<Reason> admit(Viewer by, UUID duty, PersonId person);
}
