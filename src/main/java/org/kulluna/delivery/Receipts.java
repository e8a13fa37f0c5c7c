package org.kulluna.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for service workers, which have no session: each receipt is opened by the code that came with its push. */
@Component
class Receipts {
    static final int MOST = 200;

    /** What a service worker tells. {@code step} is confirmed or opened; {@code at} is by its own clock. */
    record Receipt(
            @Nullable String message,
            @Nullable String subscription,
            @Nullable String code,
            @Nullable String step,
            @Nullable String at) {}

    /** One that need not be told again. */
    record Taken(UUID message, UUID subscription, String step) {}

    private final ReceiptRows rows;
    private final ReceiptCodes codes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Receipts(ReceiptRows rows, ReceiptCodes codes, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Told again it changes nothing and is taken again; what has no right code is left out of the answer.
     *
     * @throws Refusal TOO_LARGE
     */
    @Transactional
    public List<Taken> take(List<@Nullable Receipt> receipts) {
        if (receipts.size() > MOST) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "too-large");
        }
        Instant now = clock.instant();
        List<Taken> taken = new ArrayList<>();
        List<ReceiptRows.Told> told = new ArrayList<>();
        for (Receipt receipt : receipts) {
            ReceiptRows.Told one = receipt == null ? null : read(receipt, now);
            if (receipt != null && one != null) {
                told.add(one);
                taken.add(new Taken(one.message(), one.subscription(), String.valueOf(receipt.step())));
            }
        }
        if (!told.isEmpty()) {
            rows.confirm(told, now).forEach(events::publishEvent);
        }
        return taken;
    }

    private ReceiptRows.@Nullable Told read(Receipt r, Instant now) {
        String step = Typed.text(r.step());
        try {
            UUID message = UUID.fromString(Typed.text(r.message()));
            UUID subscription = UUID.fromString(Typed.text(r.subscription()));
            if (!step.matches("confirmed|opened") || !codes.isRight(message, subscription, Typed.text(r.code()))) {
                return null;
            }
            Instant at = Typed.instant(r.at(), Time.PROGRAMME_ZONE);
            return new ReceiptRows.Told(
                    message, subscription, step.equals("opened"), at == null || at.isAfter(now) ? now : at);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
