package org.kulluna.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one encrypted push to its service (RFC 8030, section 5). */
@Component
class PushRoute {
    private static final Logger LOG = LoggerFactory.getLogger(PushRoute.class);

    /** Four weeks: a service may refuse to keep anything for longer. */
    private static final int LONGEST_SECONDS = 2_419_200;

    /** With the wait for a turn shorter than a lease, so that nobody sends it a second time meanwhile. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Below the 100 streams that HTTP/2 asks every server to allow (RFC 9113, section 6.5.2). */
    static final int AT_ONCE_TO_ONE = 96;

    /** Long enough for all who wait while a service answers as it should. */
    private static final Duration TURN = Duration.ofSeconds(3);

    private final PushServices services;
    private final Vapid vapid;
    private final ReceiptCodes codes;
    private final Clock clock;
    private final HttpClient http;
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

    PushRoute(PushServices services, Vapid vapid, ReceiptCodes codes, Clock clock) {
        this.services = services;
        this.vapid = vapid;
        this.codes = codes;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** @param letter of the message in that language; see {@link PushLetter} */
    PushAnswer send(PushRows.Due due, Subscription device, String letter) {
        if (!services.takes(device.endpoint())) {
            return PushAnswer.failed("not-allowed");
        }
        URI address = URI.create(device.endpoint());
        Semaphore turn = turns.computeIfAbsent(address.getRawAuthority(), a -> new Semaphore(AT_ONCE_TO_ONE));
        try {
            if (!turn.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return PushAnswer.waiting(clock.instant().plus(TURN));
            }
            try {
                return sendNow(due, device, letter, address);
            } finally {
                turn.release();
            }
        } catch (IOException noAnswer) {
            LOG.debug("no answer to a push: {}", noAnswer.toString());
            if (isCrowded(noAnswer)) {
                return PushAnswer.waiting(clock.instant().plus(TURN));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return PushAnswer.of(0, "", due.tries(), clock.instant(), due.expiresAt());
    }

    /** The service allows fewer at once than we hold back to, as the JDK's client says it: nothing was sent. */
    static boolean isCrowded(IOException e) {
        return String.valueOf(e.getMessage()).contains("too many concurrent streams");
    }

    private PushAnswer sendNow(PushRows.Due due, Subscription device, String letter, URI address)
            throws IOException, InterruptedException {
        Instant now = clock.instant();
        services.mustLeadOutside(address);
        byte[] text = PushLetter.forDevice(letter, due.subscription(), codes.of(due.message(), due.subscription()));
        byte[] body = PushCipher.encrypt(device.point(), device.auth(), text);
        long left = Math.clamp(Duration.between(now, due.expiresAt()).toSeconds(), 0, LONGEST_SECONDS);
        boolean outside = address.getScheme().equals("https");
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(address)
                        .version(outside ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                        .timeout(PATIENCE)
                        .header("TTL", String.valueOf(left))
                        .header("Urgency", due.urgency())
                        .header("Topic", due.topic())
                        .header("Content-Encoding", "aes128gcm")
                        .header("Content-Type", "application/octet-stream")
                        .header("Authorization", vapid.header(address))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        String retryAfter = answer.headers().firstValue("Retry-After").orElse("");
        return PushAnswer.of(answer.statusCode(), retryAfter, due.tries(), clock.instant(), due.expiresAt());
    }
}
