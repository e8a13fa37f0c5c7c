package org.kulluna.screens;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page of a loop offers to choose from. */
@Component
class LoopOffers {
    static final int MOST = 500;
    private final LoopRows loops;
    private final Loops.Targets targets;
    private final PageHosts hosts;
    private final Clock clock;

    LoopOffers(LoopRows loops, Loops.Targets targets, PageHosts hosts, Clock clock) {
        this.hosts = hosts;
        this.loops = loops;
        this.targets = targets;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public LoopOffer of(Viewer viewer, Loop loop) {
        viewer.must(Right.MANAGE_SCREENS, loop.unit());
        Map<String, LocalizedText> groups = new LinkedHashMap<>();
        targets.groups().listOf(loop.unit()).forEach(g -> groups.put(g.id().toString(), g.name()));
        return new LoopOffer(
                screens(viewer, loop.unit()), groups, loops.whispers(loop.id(), clock.instant()), hosts.origins());
    }

    /** Those of a unit that are in use. */
    @Transactional(readOnly = true)
    public Map<String, LocalizedText> screens(Viewer viewer, String unit) {
        viewer.must(Right.MANAGE_SCREENS, unit);
        ScreenFilter filter = new ScreenFilter("", unit, "", "");
        List<ScreenCard> cards = targets.screens().list(viewer, filter, null, MOST, clock.instant());
        Map<String, LocalizedText> names = new LinkedHashMap<>();
        cards.forEach(c -> names.put(c.screen().id().toString(), c.screen().name()));
        return names;
    }
}
