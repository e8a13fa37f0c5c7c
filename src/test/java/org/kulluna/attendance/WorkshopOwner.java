package org.kulluna.attendance;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;

/** Stands for whoever will own workshops: takes in everybody but those named. */
@Component
class WorkshopOwner implements DutyOwner {
    static final Set<PersonId> REFUSED = ConcurrentHashMap.newKeySet();
    private final Duties duties;

    WorkshopOwner(Duties duties) {
        this.duties = duties;
    }

    @Override
    public String kind() {
        return "workshop";
    }

    @Override
    public java.util.List<Reason> admit(Viewer by, UUID duty, PersonId person) {
        duties.expect(duty, person, new LocalizedText("", ""));
        return REFUSED.contains(person)
                ? java.util.List.of(new Reason("too-young", Map.of(), ""))
                : java.util.List.of();
    }
}
