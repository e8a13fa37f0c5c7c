package org.kulluna.whispers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kulluna.audience.Audiences;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Live;
import org.kulluna.delivery.Pushes;
import org.kulluna.policies.Policies;
import org.kulluna.policies.PolicyName;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows a release, each step a transaction that leaves either all of it or nothing: everybody planned at once, then
 * pushes queued a page at a time, with how far they came. Killed anywhere in between, the next run goes on from there.
 */
@Component
class SendingPlanner {
    static final int PAGE = 5_000;
    private final SendingRows rows;
    private final RecipientRows recipients;
    private final Choice choice;
    private final Outwards outwards;
    private final Clock clock;

    /** Whom it means. */
    @Component("sendingChoice")
    record Choice(Audiences audiences, Policies policies) {}

    @Component("planningOutwards")
    record Outwards(Live live, Pushes pushes, Audit audit) {}

    SendingPlanner(SendingRows rows, RecipientRows recipients, Choice choice, Outwards outwards, Clock clock) {
        this.rows = rows;
        this.recipients = recipients;
        this.choice = choice;
        this.outwards = outwards;
        this.clock = clock;
    }

    /** What went wrong with one whisper: the others go on without it. */
    static final class Stuck extends RuntimeException {
        final transient UUID whisper;

        Stuck(UUID whisper, RuntimeException cause) {
            super("whisper " + whisper, cause);
            this.whisper = whisper;
        }
    }

    /** False when there is none to plan, of those not excepted. */
    @Transactional
    public boolean plan(Collection<UUID> except) {
        return with(rows.takeUnplanned(except).orElse(null), this::plan);
    }

    private static boolean with(SendingRows.@Nullable Plan plan, Consumer<SendingRows.Plan> step) {
        if (plan == null) {
            return false;
        }
        try {
            step.accept(plan);
            return true;
        } catch (RuntimeException e) {
            throw new Stuck(plan.id(), e);
        }
    }

    private void plan(SendingRows.Plan plan) {
        Instant now = clock.instant();
        if (!plan.onApp()) {
            rows.planned(plan.id(), 0, 0, now);
            rows.pushed(plan.id(), null, 0, now);
            return;
        }
        recipients.takeTurn();
        RecipientRows.Count count = recipients.plan(
                plan,
                choice.audiences()
                        .selectFor(
                                plan.within(),
                                WhisperRows.filter(plan.audience()),
                                LocalDate.ofInstant(now, Time.PROGRAMME_ZONE)),
                cap(),
                quiet(),
                now);
        rows.planned(plan.id(), count.all(), count.suppressed(), now);
        outwards.live().publish(Live.SESSIONS, plan.urgent() ? "urgent" : "inbox");
        outwards.audit().record(Viewer.HOUSE, "whispers.plan", "whisper", plan.id());
    }

    private RecipientRows.Cap cap() {
        Policies.Policy policy = choice.policies().now(PolicyName.WHISPERS);
        return new RecipientRows.Cap(policy.number("most"), Duration.ofDays(policy.number("within_days")));
    }

    private RecipientRows.Quiet quiet() {
        Policies.Policy policy = choice.policies().now(PolicyName.QUIET_HOURS);
        return new RecipientRows.Quiet(
                LocalTime.MIDNIGHT.plusMinutes(policy.number("from")),
                LocalTime.MIDNIGHT.plusMinutes(policy.number("to")));
    }

    /** One page of pushes. False when there is nothing to push, of those not excepted. */
    @Transactional
    public boolean push(Collection<UUID> except) {
        return with(rows.takeUnpushed(except, clock.instant()).orElse(null), this::push);
    }

    private void push(SendingRows.Plan plan) {
        Instant now = clock.instant();
        List<Pushes.Recipient> page = recipients.listToPush(plan, PAGE);
        int queued = 0;
        if (!page.isEmpty()) {
            outwards.pushes().announce(message(plan));
            queued = outwards.pushes().enqueue(plan.id(), page);
        }
        boolean more = page.size() == PAGE;
        if (!page.isEmpty()) {
            rows.pushed(plan.id(), page.getLast().person(), queued, now);
        }
        if (!more) {
            rows.pushed(plan.id(), null, 0, now);
        }
    }

    private static Pushes.Message message(SendingRows.Plan plan) {
        Map<String, Pushes.Text> texts = new HashMap<>();
        String path = "/whispers/inbox/" + plan.id();
        plan.wordings().forEach(w -> texts.put(w.language(), new Pushes.Text(w.title(), w.body(), path)));
        return new Pushes.Message(plan.id(), "whisper", plan.urgent() ? "high" : "normal", plan.expiresAt(), texts);
    }
}
