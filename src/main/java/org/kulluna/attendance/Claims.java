package org.kulluna.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.attendance.Filing.Pair;
import org.kulluna.policies.Policies;
import org.kulluna.policies.Policies.Policy;
import org.kulluna.policies.PolicyName;
import org.kulluna.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the hours claims equal to what the facts say. Doing it again changes nothing. */
@Component
class Claims {
    private final ClaimWork work;
    private final Policies policies;
    private final Clock clock;

    Claims(ClaimWork work, Policies policies, Clock clock) {
        this.work = work;
        this.policies = policies;
        this.clock = clock;
    }

    /** Makes, changes or drops the open claims of these people at these duties, and looks for anomalies. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refresh(List<Pair> pairs, Instant now) {
        if (pairs.isEmpty()) {
            return;
        }
        List<UUID> persons =
                pairs.stream().map(p -> p.person().value()).distinct().toList();
        work.hold(persons);
        Map<Instant, Rules> rules = new HashMap<>();
        List<ClaimWork.Due> due = new ArrayList<>();
        List<Pair> none = new ArrayList<>();
        for (ClaimWork.Stay stay : work.stays(pairs)) {
            Rules r = rules.computeIfAbsent(stay.endsAt(), this::rules);
            Optional<Credit> credit = credit(stay, r, now);
            credit.ifPresentOrElse(
                    c -> due.add(new ClaimWork.Due(
                            Ids.next(),
                            stay,
                            c,
                            c.forgotten() ? r.forgotten().version() : null,
                            r.rounding().version())),
                    () -> none.add(stay.pair()));
        }
        if (!none.isEmpty()) {
            work.drop(none);
        }
        if (!due.isEmpty()) {
            work.put(due, now);
        }
        flag(persons, now);
    }

    /** Anomalies depend on what else the person did, so they are looked for again before anybody verifies. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void flag(List<UUID> persons, Instant now) {
        work.hold(persons);
        work.flag(persons, policies.at(PolicyName.LONG_DAY, now).number("minutes"));
    }

    /** Duties that are over: who forgot to check out is credited by policy. @return how many duties were looked at */
    @Transactional
    public int sweep(int most) {
        Instant now = clock.instant();
        List<UUID> duties = work.takeUnclaimed(now.minus(late(now)), most);
        if (!duties.isEmpty()) {
            refresh(work.attendees(duties), now);
            work.markClaimed(duties, now);
        }
        return duties.size();
    }

    private Optional<Credit> credit(ClaimWork.Stay stay, Rules rules, Instant now) {
        Instant in = stay.inAt();
        boolean stillOn = stay.outAt() == null
                && now.isBefore(
                        stay.endsAt().plus(Duration.ofMinutes(rules.terms().lateMaximum())));
        if (in == null || stay.cancelled() || stillOn) {
            return Optional.empty();
        }
        return Credit.of(stay.startsAt(), stay.endsAt(), in, stay.outAt(), rules.terms());
    }

    private Duration late(Instant at) {
        return Duration.ofMinutes(policies.at(PolicyName.LATE_CHECK_OUT, at).number("minutes"));
    }

    /** The policies in force when the duty ended: a later change does not reach back. */
    private Rules rules(Instant end) {
        return new Rules(
                policies.at(PolicyName.FORGOTTEN_CHECK_OUT, end),
                policies.at(PolicyName.ROUNDING, end),
                policies.at(PolicyName.LATE_CHECK_OUT, end));
    }

    private record Rules(Policy forgotten, Policy rounding, Policy late) {
        Credit.Terms terms() {
            return new Credit.Terms(
                    forgotten.number("maximum_minutes"), rounding.number("minutes"), late.number("minutes"));
        }
    }
}
