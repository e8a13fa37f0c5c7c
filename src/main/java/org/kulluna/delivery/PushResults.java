package org.kulluna.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what became of many pushes, and of their subscriptions, in one transaction. */
@Component
class PushResults {
    private static final Logger LOG = LoggerFactory.getLogger(PushResults.class);
    private static final String ALARM = "push-refused";
    private static final Duration ALARMED_EVERY = Duration.ofHours(1);

    /** A service may refuse for a fault of its own or of ours that is mended by then. */
    private static final Duration SET_ASIDE_FOR = Duration.ofDays(1);

    record Result(PushRows.Due due, PushAnswer answer) {}

    private final PushRows rows;
    private final SubscriptionRows subscriptions;
    private final Notices notices;
    private final Clock clock;

    PushResults(PushRows rows, SubscriptionRows subscriptions, Notices notices, Clock clock) {
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional
    public void store(List<Result> results) {
        // In the order of their keys, so that two nodes never wait for each other.
        List<Result> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparing((Result r) -> r.due().message())
                .thenComparing(r -> r.due().subscription()));
        Instant now = clock.instant();
        rows.settle(
                sorted.stream()
                        .map(r -> new PushRows.Settled(
                                r.due().message(),
                                r.due().subscription(),
                                r.due().tries(),
                                r.answer()))
                        .toList(),
                now);
        subscriptions.deleteGone(sorted.stream()
                .filter(r -> r.answer().reason().equals(PushAnswer.GONE))
                .map(Result::due)
                .toList());
        sorted.stream()
                .filter(r -> r.answer().reason().equals("too-large"))
                .forEach(r -> LOG.error("a push was too large for {}", host(r)));
        sorted.stream()
                .filter(r -> r.answer().reason().equals(PushAnswer.REFUSED))
                .forEach(r -> refused(r, now));
    }

    private void refused(Result result, Instant now) {
        int status = result.answer().status();
        subscriptions.quarantine(List.of(result.due()), status, now.plus(SET_ASIDE_FOR));
        LOG.warn("{} refused a push with {}", host(result), status);
        subscriptions
                .listToAlarm(ALARM, now.minus(ALARMED_EVERY))
                .forEach(p ->
                        notices.tell(p, ALARM, Map.of("host", host(result), "status", String.valueOf(status)), ""));
    }

    private static String host(Result result) {
        Subscription device = result.due().device();
        return device == null
                ? ""
                : String.valueOf(URI.create(device.endpoint()).getHost());
    }
}
