package org.kulluna.screens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kulluna.delivery.Notices;
import org.kulluna.shared.Right;
import org.kulluna.shared.Role;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the officers of a unit once that one of its screens fell silent for hours; after its player spoke again, anew. A
 * house that was down begins late, so that players can speak first.
 */
@Component
@EnableScheduling
class QuietScreens {
    static final Duration LONG = Duration.ofHours(3);
    private static final int AT_ONCE = 50;
    private static final List<String> ROLES = Arrays.stream(Role.values())
            .filter(Right.MANAGE_SCREENS::isHeldBy)
            .map(Role::name)
            .toList();

    private final HeartbeatRows rows;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QuietScreens(HeartbeatRows rows, Notices notices, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT10M")
    void sweep() {
        Integer told;
        do {
            told = transaction.execute(t -> tell());
        } while (told != null && told == AT_ONCE);
    }

    private int tell() {
        Instant now = clock.instant();
        List<HeartbeatRows.Quiet> quiet = rows.takeQuiet(now.minus(LONG), now, AT_ONCE);
        for (HeartbeatRows.Quiet one : quiet) {
            Map<String, String> args = Map.of(
                    "ar", one.name().ar(),
                    "en", one.name().en(),
                    "since", one.since().toString());
            rows.listHolders(ROLES, one.unit())
                    .forEach(p -> notices.tell(p, "screen-quiet", args, "/screens/" + one.screen()));
        }
        return quiet.size();
    }
}
