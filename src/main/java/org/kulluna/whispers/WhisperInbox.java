package org.kulluna.whispers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.delivery.InboxSource;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member's whispers: those in the inbox, past ones, today's. Words are in the person's own language. */
@Component
public class WhisperInbox implements InboxSource {
    private static final int PAGE = 20;
    private final WhisperInboxRows rows;
    private final ReachedSteps steps;
    private final People people;
    private final Clock clock;

    WhisperInbox(WhisperInboxRows rows, ReachedSteps steps, People people, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "whispers";
    }

    @Override
    @Transactional(readOnly = true)
    public int countUnread(PersonId person) {
        return rows.countUnread(person, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<MemberWhisper> list(PersonId person, @Nullable After after, int limit) {
        return rows.list(person, language(person), after, limit, clock.instant());
    }

    @Override
    @Transactional
    public void markAllRead(PersonId person, Instant now) {
        rows.clear(person, now);
    }

    /** Every whisper they ever got, newest first. */
    @Transactional(readOnly = true)
    public Page<MemberWhisper> listPast(Viewer viewer, String after) {
        PersonId me = viewer.signedIn();
        return Page.of(
                rows.listPast(me, language(me), After.parse(after), PAGE + 1),
                PAGE,
                w -> new After(false, w.createdAt(), w.id()).toString());
    }

    /** The one that is shown on the first page: of those in the inbox the first. */
    @Transactional(readOnly = true)
    public Optional<MemberWhisper> findToday(Viewer viewer) {
        return list(viewer.signedIn(), null, 1).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public List<MemberWhisper> listUrgent(Viewer viewer) {
        PersonId me = viewer.signedIn();
        return rows.listUrgent(me, language(me), clock.instant());
    }

    /** @throws Refusal NOT_FOUND when it was not for them */
    @Transactional(readOnly = true)
    public MemberWhisper get(Viewer viewer, UUID whisper) {
        PersonId me = viewer.signedIn();
        return rows.find(me, whisper, language(me)).orElseThrow(Refusal::notFound);
    }

    /** Opened by its reader, and counted as read; one taken back before is neither. @throws Refusal NOT_FOUND */
    @Transactional
    public MemberWhisper open(Viewer viewer, UUID whisper) {
        MemberWhisper found = get(viewer, whisper);
        if (found.openedAt() != null || found.isWithdrawn()) {
            return found;
        }
        steps.take(viewer, List.of(new ReachedStep(whisper, ReachedStep.Kind.READ, clock.instant())));
        return get(viewer, whisper);
    }

    private String language(PersonId person) {
        return people.find(person).map(Person::language).orElse("ar");
    }
}
