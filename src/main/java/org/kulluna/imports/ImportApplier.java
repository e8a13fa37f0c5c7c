package org.kulluna.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does what a dry run promised, in the background, line by line. A run that a crash cut off goes on at the next start;
 * two workers on one run share its lines.
 */
@Component
class ImportApplier {
    private static final Logger LOG = LoggerFactory.getLogger(ImportApplier.class);
    private static final int BATCH = 100;

    private final ImportRows runs;
    private final ImportLineRows lines;
    private final ImportDeed deed;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    ImportApplier(ImportRows runs, ImportLineRows lines, ImportDeed deed, Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.deed = deed;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        runs.listApplying().forEach(this::start);
    }

    /** Begins, or goes on; a run at work is left to it. */
    CompletableFuture<Void> start(UUID run) {
        return running.computeIfAbsent(run, id -> CompletableFuture.runAsync(() -> work(id), threads))
                .whenComplete((nothing, failure) -> {
                    running.remove(run);
                    if (failure != null) {
                        LOG.error(
                                "import {} stopped; it goes on when applied again or at the next start", run, failure);
                    }
                });
    }

    /** Small files are done before the page is shown. */
    void startAndWait(UUID run, Duration atMost) {
        try {
            start(run).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("import {} goes on in the background", run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void work(UUID id) {
        ImportRun run = runs.find(id).orElseThrow();
        Viewer viewer = viewer(id, run.unit());
        List<ImportLineRows.Waiting> waiting = lines.listWaiting(id, BATCH);
        while (!waiting.isEmpty()) {
            for (ImportLineRows.Waiting line : waiting) {
                deed.apply(viewer, run, line);
            }
            waiting = lines.listWaiting(id, BATCH);
        }
        runs.finish(id, clock.instant());
    }

    /** Whoever asked for it, with the right that was checked when they asked. */
    private Viewer viewer(UUID run, String unit) {
        PersonId person = runs.getApplier(run);
        var role = Right.EDIT_OPPORTUNITIES.roles().iterator().next();
        return new Viewer(person, null, List.of(new Viewer.Grant(role, unit)), false);
    }
}
