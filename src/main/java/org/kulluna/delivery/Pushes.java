package org.kulluna.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Web push to many: what is queued here is sent by this room, when due, once for each subscription. */
@Component
public class Pushes {
    /** A device that is off must still hear later that what it shows was withdrawn. */
    private static final Duration WITHDRAWN_FOR = Duration.ofDays(1);

    private final PushRows rows;
    private final SubscriptionRows subscriptions;
    private final Clock clock;

    Pushes(PushRows rows, SubscriptionRows subscriptions, Clock clock) {
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * @param id of the thing it tells of
     * @param kind whisper, test, ...
     * @param urgency very-low, low, normal, high (RFC 8030, section 5.3)
     * @param texts by language; one of them must be Arabic
     */
    public record Message(UUID id, String kind, String urgency, Instant expiresAt, Map<String, Text> texts) {}

    /** @param path where a click leads, a path of this house */
    public record Text(String title, String body, String path) {}

    public record Recipient(UUID person, String language, Instant dueAt) {}

    /** Makes the message known; the same one again changes nothing. Texts past a push's limit are cut. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Message message) {
        if (!message.texts().containsKey("ar")) {
            throw new IllegalArgumentException("a message has an Arabic text");
        }
        Map<String, String> letters = new TreeMap<>();
        message.texts()
                .forEach((language, text) ->
                        letters.put(language, PushLetter.forAll(message.id(), message.kind(), language, text)));
        rows.announce(
                message.id(),
                message.kind(),
                message.urgency(),
                topic(message.id()),
                clock.instant(),
                message.expiresAt(),
                letters);
    }

    /** Queues one push for each active subscription of each recipient, in one statement; repeats change nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int enqueue(UUID message, List<Recipient> recipients) {
        if (recipients.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        subscriptions.endQuarantines(now);
        return rows.enqueue(message, recipients, now);
    }

    /** What is still queued is not sent any more, and devices are asked to take the notification away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID message) {
        Instant now = clock.instant();
        PushRows.@org.jspecify.annotations.Nullable Announced announced =
                rows.withdraw(message, now).orElse(null);
        if (announced == null) {
            return;
        }
        UUID withdrawal = withdrawalOf(message);
        Map<String, String> letters = new TreeMap<>();
        announced.languages().forEach(l -> letters.put(l, PushLetter.withdrawn(message, announced.kind(), l)));
        Instant later = now.plus(WITHDRAWN_FOR);
        Instant until = announced.expiresAt().isAfter(later) ? announced.expiresAt() : later;
        rows.announce(withdrawal, "withdrawal", announced.urgency(), announced.topic(), now, until, letters);
        rows.enqueueWithdrawal(message, withdrawal, now);
    }

    static UUID withdrawalOf(UUID message) {
        return UUID.nameUUIDFromBytes(("withdrawal of " + message).getBytes(StandardCharsets.US_ASCII));
    }

    /** The service keeps only the last message of a topic; 22 letters of base64url. */
    static String topic(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
