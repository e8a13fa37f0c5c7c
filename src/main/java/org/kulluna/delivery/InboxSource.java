package org.kulluna.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/** What an inbox is filled from: notices to one person, and rooms that write to many. */
public interface InboxSource {
    /** Where a page of the inbox goes on: unread ones first, then the newest. Null begins. */
    record After(boolean unread, Instant at, UUID id) {}

    int countUnread(PersonId person);

    /** Unread first, then newest first, then by id downwards. */
    List<? extends InboxItem> list(PersonId person, @Nullable After after, int limit);

    void markAllRead(PersonId person, Instant now);
}
