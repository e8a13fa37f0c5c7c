package org.kulluna.whispers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kulluna.audience.Audiences;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;
import org.springframework.stereotype.Component;

/**
 * Urgent whispers between the click and the end of planning, which takes seconds for everybody: whether one person is
 * meant is asked at once, for that person alone. Nothing is written; once planned, what stands with the recipient counts.
 */
@Component
class UrgentAhead {
    private final SendingRows sent;
    private final Audiences audiences;
    private final WhisperInboxRows rows;

    UrgentAhead(SendingRows sent, Audiences audiences, WhisperInboxRows rows) {
        this.sent = sent;
        this.audiences = audiences;
        this.rows = rows;
    }

    List<MemberWhisper> list(PersonId person, String language, Instant now) {
        return sent.listUrgentUnplanned(now).stream()
                .map(plan -> find(person, language, plan, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<MemberWhisper> find(PersonId person, String language, SendingRows.Plan plan, Instant now) {
        var meant = audiences.selectFor(
                plan.within(), WhisperRows.filter(plan.audience()), LocalDate.ofInstant(now, Time.PROGRAMME_ZONE));
        return rows.findUnplanned(person, language, plan, meant);
    }
}
