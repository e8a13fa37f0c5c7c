package org.kulluna.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one encrypted push to its service (RFC 8030, section 5). */
@Component
class PushRoute {
    private static final Logger LOG = LoggerFactory.getLogger(PushRoute.class);

    /** Shorter than a lease, so that nobody sends it a second time meanwhile. */
    /** Four weeks: a service may refuse to keep anything for longer. */
    private static final int LONGEST_SECONDS = 2_419_200;

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PushServices services;
    private final Vapid vapid;
    private final ReceiptCodes codes;
    private final Clock clock;
    private final HttpClient http;

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
        Instant now = clock.instant();
        try {
            URI address = URI.create(device.endpoint());
            services.mustLeadOutside(address);
            byte[] text = PushLetter.forDevice(letter, due.subscription(), codes.of(due.message(), due.subscription()));
            byte[] body = PushCipher.encrypt(device.point(), device.auth(), text);
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .version(
                                    address.getScheme().equals("https")
                                            ? HttpClient.Version.HTTP_2
                                            : HttpClient.Version.HTTP_1_1)
                            .timeout(PATIENCE)
                            .header(
                                    "TTL",
                                    String.valueOf(Math.clamp(
                                            Duration.between(now, due.expiresAt())
                                                    .toSeconds(),
                                            0,
                                            LONGEST_SECONDS)))
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
        } catch (IOException noAnswer) {
            LOG.debug("no answer to a push: {}", noAnswer.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return PushAnswer.of(0, "", due.tries(), clock.instant(), due.expiresAt());
    }
}
