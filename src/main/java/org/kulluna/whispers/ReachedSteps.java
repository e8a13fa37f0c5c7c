package org.kulluna.whispers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kulluna.delivery.PushConfirmed;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a whisper reached, told by their devices: once for each person, whichever channel was first, however often it is
 * told. Times that a device's clock puts before the sending or into the future count at the nearest that can be true.
 */
@Component
public class ReachedSteps {
    private final ReachedRows rows;
    private final Clock clock;

    ReachedSteps(ReachedRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Of the viewer's own whispers. Those that were never theirs are not among the answered ones. */
    @Transactional
    public Set<UUID> take(Viewer viewer, List<ReachedStep> steps) {
        PersonId me = viewer.signedIn();
        Map<UUID, ReachedRows.Told> told = new TreeMap<>();
        for (ReachedStep step : steps) {
            Instant read = step.kind() == ReachedStep.Kind.READ ? step.at() : null;
            told.merge(step.whisper(), new ReachedRows.Told(step.whisper(), step.at(), read), ReachedRows.Told::and);
        }
        Instant now = clock.instant();
        Set<UUID> own = rows.mark(me, List.copyOf(told.values()), now).stream().collect(Collectors.toSet());
        List<ReachedRows.Told> taken =
                told.values().stream().filter(t -> own.contains(t.whisper())).toList();
        rows.reach(me, taken, "app", now);
        return own;
    }

    /** Within the transaction that took the device's word. Pushes that are no whispers reach nobody here. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PushConfirmed confirmed) {
        Instant read = confirmed.opened() ? confirmed.at() : null;
        ReachedRows.Told told = new ReachedRows.Told(confirmed.message(), confirmed.at(), read);
        rows.reach(confirmed.person(), List.of(told), "push", clock.instant());
    }
}
