package org.kulluna.training;

import java.time.Clock;
import org.kulluna.people.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The words on an erased person's awards and places go with them, in the same transaction; they teach nothing more. */
@Component
class ForgottenAwards {
    private final AwardRows awards;
    private final EnrolmentRows enrolments;
    private final SessionPlan plan;
    private final Clock clock;

    ForgottenAwards(AwardRows awards, EnrolmentRows enrolments, SessionPlan plan, Clock clock) {
        this.awards = awards;
        this.enrolments = enrolments;
        this.plan = plan;
        this.clock = clock;
    }

    @EventListener
    void on(PersonErased erased) {
        awards.empty(erased.person());
        enrolments.empty(erased.person());
        plan.leave(erased.person(), clock.instant());
    }
}
