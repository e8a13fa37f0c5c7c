package org.kulluna.people;

import java.util.List;
import org.kulluna.audit.Audit;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may change about themselves. */
@Component
class OwnDetails {
    private final ContactRows rows;
    private final People people;
    private final Audit audit;

    OwnDetails(ContactRows rows, People people, Audit audit) {
        this.rows = rows;
        this.people = people;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Person get(Viewer viewer) {
        return people.get(viewer.signedIn());
    }

    @Transactional
    public Person update(Viewer viewer, ContactForm form) {
        PersonId self = viewer.signedIn();
        form.mustMakeSense();
        Person old = people.get(self);
        boolean stored = rows.update(
                self,
                form.cleanEmail(),
                form.cleanPhone(),
                form.contactBy() == null
                        ? List.of()
                        : form.contactBy().stream().distinct().toList(),
                form.language() == null ? old.language() : form.language(),
                form.digits() == null ? old.digits() : form.digits(),
                form.seen());
        if (!stored) {
            throw Refusal.changedMeanwhile();
        }
        audit.record(
                viewer, "people.update-contact", "person", self, "email", "phone", "contact_by", "language", "digits");
        return people.get(self);
    }
}
