package org.kulluna.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inbox. A notice is told inside the transaction that made the news, so it is told once or not at all. */
@Component
public class Notices implements InboxSource {
    private final NoticeRows rows;
    private final Clock clock;

    Notices(NoticeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param key under {@code notice.} in messages/; the words are made when the person reads them, in their language
     * @param args named arguments of the text: strings and numbers; instants as ISO-8601 strings
     * @param link where the notice leads, a path of this house, or empty
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(PersonId person, String key, Map<String, String> args, String link) {
        rows.insert(Ids.next(), person, key, args, link, clock.instant());
    }

    @Transactional(readOnly = true)
    public List<Notice> list(Viewer viewer, int limit) {
        return rows.list(viewer.signedIn(), limit);
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Notice> list(PersonId person, @Nullable After after, int limit) {
        return rows.list(person, after, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public int countUnread(PersonId person) {
        return rows.countUnread(person);
    }

    @Override
    @Transactional
    public void markAllRead(PersonId person, Instant now) {
        rows.markAllRead(person, now);
    }
}
