package org.kulluna.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kulluna.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests that come at the same time share a commit. Few writers take whatever waits (without delay: a lone request
 * goes at once), write it in one transaction, and answer each request only after the commit is on disk.
 *
 * <p>When a write fails the same filings are tried again: each is known by its ids, so one whose commit did go through
 * answers ALREADY. When it fails again they are tried one by one, so that one bad filing harms no other.
 */
@Component
class FactLine implements SmartLifecycle {
    /** Facts in one transaction: enough to share the disk's wait, few enough to answer soon. */
    private static final int MOST_FACTS = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(FactLine.class);

    private record Waiter(Filing filing, Map<UUID, Duties.Duty> duties, CompletableFuture<FactWriter.Answer> answer) {
        int size() {
            return filing.facts().size();
        }
    }

    private final FactWriter writer;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Waiter> queue;
    private final Duration patience;
    private final List<Thread> writers = new ArrayList<>();
    private final int writerCount;
    private volatile boolean open;

    FactLine(
            FactWriter writer,
            PlatformTransactionManager transactions,
            @Value("${kulluna.attendance.writers:2}") int writerCount,
            @Value("${kulluna.attendance.queue:4000}") int capacity,
            @Value("${kulluna.attendance.patience:PT20S}") Duration patience) {
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.writerCount = writerCount;
        this.patience = patience;
    }

    /** @throws Refusal BUSY when too many wait already, or the answer does not come in time: sending again is safe */
    FactWriter.Answer write(Filing filing, Map<UUID, Duties.Duty> duties) {
        Waiter waiter = new Waiter(filing, duties, new CompletableFuture<>());
        if (!open || !queue.offer(waiter)) {
            throw Refusal.of(Refusal.Kind.BUSY, "busy");
        }
        try {
            return waiter.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Refusal.of(Refusal.Kind.BUSY, "busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Refusal.Kind.BUSY, "busy");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        }
    }

    private void work() {
        while (open || !queue.isEmpty()) {
            try {
                Waiter first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    commit(taken(first));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("the line of facts goes on after", e);
            }
        }
    }

    private List<Waiter> taken(Waiter first) {
        List<Waiter> taken = new ArrayList<>();
        taken.add(first);
        int facts = first.size();
        while (facts < MOST_FACTS) {
            Waiter next = queue.poll();
            if (next == null) {
                break;
            }
            taken.add(next);
            facts += next.size();
        }
        return taken;
    }

    private void commit(List<Waiter> waiters) {
        try {
            answer(waiters, store(waiters));
        } catch (DataAccessException | TransactionException again) {
            LOG.info("a shared commit of {} requests is tried again: {}", waiters.size(), again.getMessage());
            retry(waiters);
        } catch (RuntimeException bug) {
            retry(waiters);
        }
    }

    private void retry(List<Waiter> waiters) {
        for (Waiter alone : waiters) {
            try {
                answer(List.of(alone), store(List.of(alone)));
            } catch (ConcurrencyFailureException | TransactionException busy) {
                LOG.warn("a request is sent back to try later: {}", busy.getMessage());
                alone.answer().completeExceptionally(Refusal.of(Refusal.Kind.BUSY, "busy"));
            } catch (RuntimeException bug) {
                alone.answer().completeExceptionally(bug);
            }
        }
    }

    private List<FactWriter.Answer> store(List<Waiter> waiters) {
        Map<UUID, Duties.Duty> duties = new HashMap<>();
        waiters.forEach(w -> duties.putAll(w.duties()));
        List<Filing> filings = waiters.stream().map(Waiter::filing).toList();
        return Objects.requireNonNull(transaction.execute(t -> writer.write(filings, duties)));
    }

    private static void answer(List<Waiter> waiters, List<FactWriter.Answer> answers) {
        for (int i = 0; i < waiters.size(); i++) {
            waiters.get(i).answer().complete(answers.get(i));
        }
    }

    @Override
    public void start() {
        open = true;
        for (int i = 1; i <= writerCount; i++) {
            Thread thread = new Thread(this::work, "facts-" + i);
            thread.setDaemon(true);
            writers.add(thread);
            thread.start();
        }
    }

    /** After the web server's own grace: nobody new comes, who waits is still answered. */
    @Override
    public void stop() {
        open = false;
        for (Thread thread : writers) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        writers.clear();
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Opens before the web server and closes after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
