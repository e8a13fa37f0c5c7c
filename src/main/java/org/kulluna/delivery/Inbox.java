package org.kulluna.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything told to a person, from every source, in one order. */
@Component
public class Inbox {
    static final int PAGE = 30;
    private static final Comparator<InboxItem> ORDER = Comparator.<InboxItem, Boolean>comparing(i -> i.readAt() == null)
            .thenComparing(InboxItem::createdAt)
            .thenComparing(i -> i.id().toString())
            .reversed();
    private final List<InboxSource> sources;
    private final Clock clock;

    Inbox(List<InboxSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** @param show the name of a source, or empty for all of them; {@code after} that is nonsense begins anew */
    @Transactional(readOnly = true)
    public Page<InboxItem> list(Viewer viewer, String show, String after) {
        PersonId person = viewer.signedIn();
        InboxSource.@Nullable After behind = InboxSource.After.parse(after);
        List<InboxItem> found = new ArrayList<>();
        for (InboxSource source : sources) {
            if (show.isEmpty() || source.name().equals(show)) {
                found.addAll(source.list(person, behind, PAGE + 1));
            }
        }
        found.sort(ORDER);
        return Page.of(
                found.subList(0, Math.min(found.size(), PAGE + 1)),
                PAGE,
                i -> InboxSource.After.behind(i).toString());
    }

    /** Names of sources, in a steady order. */
    public List<String> names() {
        return sources.stream().map(InboxSource::name).sorted().toList();
    }

    @Transactional(readOnly = true)
    public int countUnread(PersonId person) {
        return sources.stream().mapToInt(s -> s.countUnread(person)).sum();
    }

    @Transactional
    public void markAllRead(Viewer viewer) {
        PersonId person = viewer.signedIn();
        Instant now = clock.instant();
        sources.forEach(s -> s.markAllRead(person, now));
    }
}
