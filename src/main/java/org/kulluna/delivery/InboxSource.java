package org.kulluna.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.PersonId;

/** What an inbox is filled from: notices to one person, and rooms that write to many. */
public interface InboxSource {
    /** Where a page of the inbox goes on: unread ones first, then the newest. Null begins. */
    record After(boolean unread, Instant at, UUID id) {
        static After behind(InboxItem item) {
            return new After(item.readAt() == null, item.createdAt(), item.id());
        }

        /** For an address; {@link #parse} reads it again. */
        @Override
        public String toString() {
            return (unread ? "n." : "o.") + new Cursor(ChronoUnit.MICROS.between(Instant.EPOCH, at), id);
        }

        /** Null for nothing and for nonsense: the list then begins at its beginning. */
        public static @Nullable After parse(String text) {
            Cursor cursor = text.startsWith("n.") || text.startsWith("o.") ? Cursor.parse(text.substring(2)) : null;
            return cursor == null
                    ? null
                    : new After(
                            text.startsWith("n."), Instant.EPOCH.plus(cursor.number(), ChronoUnit.MICROS), cursor.id());
        }
    }

    /** What one asks for who wants this alone, and part of message keys. */
    String name();

    int countUnread(PersonId person);

    /** Unread first, then newest first, then by id downwards. */
    List<? extends InboxItem> list(PersonId person, @Nullable After after, int limit);

    void markAllRead(PersonId person, Instant now);
}
