package org.kulluna.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a whisper at one recipient: what each device's push came to, and what happened in the app. */
final class Hearing {
    /** One device's push; {@code state} as the room of deliveries tells it. */
    record Push(
            UUID device,
            String state,
            String reason,
            @Nullable Integer status,
            Instant settled,
            @Nullable Instant accepted,
            @Nullable Instant confirmed,
            @Nullable Instant opened) {}

    /** The first thing by which the person was reached. */
    record First(String channel, String how, Instant at) {}

    final DemoMember member;
    final Contact contact;
    final @Nullable String suppressed;
    List<Push> pushes = List.of();

    @Nullable
    Instant seen;

    @Nullable
    Instant read;

    Hearing(DemoMember member, Contact contact, @Nullable String suppressed) {
        this.member = member;
        this.contact = contact;
        this.suppressed = suppressed;
    }

    /** Kept aside while another is drawn. */
    record Before(
            List<Push> pushes,
            @Nullable Instant seen,
            @Nullable Instant read) {}

    Before before() {
        return new Before(pushes, seen, read);
    }

    void keep(Before before) {
        pushes = before.pushes();
        seen = before.seen();
        read = before.read();
    }

    /** @param sees chance that whoever only has the app sees it there */
    void draw(DemoWhisper w, double sees, Instant until, Dice dice) {
        Instant due = contact.due(w.sentAt(), w.isUrgent());
        List<Push> drawn = new ArrayList<>();
        boolean over = !until.isBefore(w.endsAt());
        for (UUID device : contact.devices()) {
            if (over || due.isBefore(until)) {
                drawn.add(push(device, due, over, until, dice));
            }
        }
        pushes = drawn;
        Instant saw = dice.chance(sees) ? after(w.sentAt(), 5_400, 1.9, until, dice) : null;
        seen = saw;
        read = saw != null && dice.chance(0.55) ? after(saw, 12, 0.8, until, dice) : null;
        for (Push p : drawn) {
            if (p.opened() != null && (read == null || p.opened().isBefore(read))) {
                read = p.opened();
                seen = seen == null || p.opened().isBefore(seen) ? p.opened() : seen;
            }
        }
    }

    private static Push push(UUID device, Instant due, boolean over, Instant until, Dice dice) {
        double fate = dice.share();
        if (!due.isBefore(until) || over && fate < 0.03) {
            return new Push(device, "expired", "", null, until, null, null, null);
        }
        Instant sent = due.plusSeconds(dice.between(2, 75));
        if (fate < 0.075) {
            return fate < 0.06
                    ? new Push(device, "failed", "gone", 410, sent, null, null, null)
                    : new Push(device, "failed", "refused", 403, sent, null, null, null);
        }
        Instant confirmed = dice.chance(0.84) ? after(sent, 60, 1.7, until, dice) : null;
        Instant opened = confirmed != null && dice.chance(0.3) ? after(confirmed, 600, 1.6, until, dice) : null;
        return new Push(device, "accepted", "", 201, sent, sent, confirmed, opened);
    }

    /** Most about the middle, a few many times later; null when that is past the end. */
    private static @Nullable Instant after(Instant from, int middle, double spread, Instant until, Dice dice) {
        Instant at = from.plusSeconds(1 + (long) (middle * dice.times(spread)));
        return at.isBefore(until) ? at : null;
    }

    boolean isReached() {
        return first() != null;
    }

    @Nullable
    First first() {
        First first = null;
        for (Push p : pushes) {
            first = earlier(first, p.confirmed(), "push", "confirmed");
        }
        first = earlier(first, seen, "app", "seen");
        return earlier(first, read, "app", "read");
    }

    private static @Nullable First earlier(@Nullable First known, @Nullable Instant at, String channel, String how) {
        return at == null || known != null && !at.isBefore(known.at()) ? known : new First(channel, how, at);
    }
}
