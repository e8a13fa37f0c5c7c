package org.kulluna.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Web push to many: what is queued here is sent by this room, when due, once for each subscription. */
public interface Pushes {
    /**
     * @param id of the thing it tells of
     * @param kind whisper, test, ...
     * @param urgency very-low, low, normal, high (RFC 8030, section 5.3)
     * @param texts by language; one of them must be Arabic
     */
    record Message(UUID id, String kind, String urgency, Instant expiresAt, Map<String, Text> texts) {}

    /** @param path where a click leads, a path of this house */
    record Text(String title, String body, String path) {}

    record Recipient(UUID person, String language, Instant dueAt) {}

    /** Makes the message known; the same one again changes nothing. */
    void announce(Message message);

    /** Queues one push for each active subscription of each recipient, in one statement; repeats change nothing. */
    int enqueue(UUID message, List<Recipient> recipients);

    /** What is still queued is not sent any more, and devices are asked to take the notification away. */
    void withdraw(UUID message);
}
