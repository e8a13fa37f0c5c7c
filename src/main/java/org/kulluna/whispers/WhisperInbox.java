package org.kulluna.whispers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final UrgentAhead ahead;
    private final ReachedSteps steps;
    private final People people;
    private final Clock clock;

    WhisperInbox(WhisperInboxRows rows, UrgentAhead ahead, ReachedSteps steps, People people, Clock clock) {
        this.rows = rows;
        this.ahead = ahead;
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

    /** Also those that are not planned yet: their words come with the click. */
    @Transactional(readOnly = true)
    public List<MemberWhisper> listUrgent(Viewer viewer) {
        PersonId me = viewer.signedIn();
        Instant now = clock.instant();
        String language = language(me);
        // In this order: one that is planned in between is found by both, and never by neither.
        List<MemberWhisper> early = ahead.list(me, language, now);
        List<MemberWhisper> own = rows.listUrgent(me, language, now);
        Set<UUID> known = own.stream().map(MemberWhisper::id).collect(Collectors.toSet());
        return Stream.concat(early.stream().filter(w -> !known.contains(w.id())), own.stream())
                .toList();
    }

    /** @throws Refusal NOT_FOUND when it was not for them */
    @Transactional(readOnly = true)
    public MemberWhisper get(Viewer viewer, UUID whisper) {
        PersonId me = viewer.signedIn();
        String language = language(me);
        return rows.find(me, whisper, language)
                .or(() -> ahead.list(me, language, clock.instant()).stream()
                        .filter(w -> w.id().equals(whisper))
                        .findFirst())
                // Planned in between.
                .or(() -> rows.find(me, whisper, language))
                .orElseThrow(Refusal::notFound);
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
