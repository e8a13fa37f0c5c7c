package org.kulluna.assessment;

import java.util.Map;
import java.util.UUID;
import org.kulluna.delivery.Notices;
import org.kulluna.people.PersonErased;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.training.OfferingClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks each trainee once, in the transaction that settles the offering, and forgets an erased person's words. */
@Component
class AskedForFeedback {
    private final FeedbackRows rows;
    private final QuestionRows courses;
    private final Notices notices;

    AskedForFeedback(FeedbackRows rows, QuestionRows courses, Notices notices) {
        this.rows = rows;
        this.courses = courses;
        this.notices = notices;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OfferingClosed closed) {
        UUID offering = closed.offering();
        LocalizedText title = courses.title(offering);
        Map<String, String> names = Map.of("ar", title.ar(), "en", title.en());
        for (PersonId person : rows.asked(offering)) {
            notices.tell(person, "feedback-asked", names, "/assessment/offerings/" + offering + "/feedback");
        }
    }

    @EventListener
    void on(PersonErased erased) {
        rows.forget(erased.person());
    }
}
