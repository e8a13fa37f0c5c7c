package org.kulluna.membership;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Notices;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;

/** What is remembered of a deed (the desk's timeline and the audit trail) and what the person is told of it. */
@Component
class Trail {
    private final HistoryRows history;
    private final Audit audit;
    private final Notices notices;
    private final Clock clock;

    Trail(HistoryRows history, Audit audit, Notices notices, Clock clock) {
        this.history = history;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** What counts is the last day alone, so a paper is recorded once it holds: before that it would count too early. */
    void mustHaveBegun(String field, LocalDate from) {
        if (from.isAfter(LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE))) {
            throw Refusal.invalid(field, "not-begun");
        }
    }

    /** Remembered in both: {@code kind} is a key under {@code membership.history.} and the audit's verb. */
    void add(Viewer by, PersonId person, @Nullable UUID application, String kind, String detail) {
        history.add(by, person, application, kind, detail, clock.instant());
        audit.record(by, "membership." + kind.replace('_', '-'), "person", person);
    }

    /** Somebody looked at what is sensitive. */
    void looked(Viewer by, String verb, String subjectKind, Object subject, String... fields) {
        audit.record(by, "membership." + verb, subjectKind, subject, fields);
    }

    void tell(PersonId person, String key, Map<String, String> args, String link) {
        notices.tell(person, key, args, link);
    }

    List<HistoryEntry> list(PersonId person) {
        return history.list(person);
    }

    List<HistoryEntry> listOf(UUID application) {
        return history.listOf(application);
    }
}
