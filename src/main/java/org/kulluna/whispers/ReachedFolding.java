package org.kulluna.whispers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds new facts of reach into sets, so that figures need not count row by row. Figures are exact before and after. */
@Component
class ReachedFolding {
    private static final Logger LOG = LoggerFactory.getLogger(ReachedFolding.class);
    static final int AT_ONCE = 10_000;

    private final ReachedBitRows rows;
    private final TransactionTemplate transaction;

    ReachedFolding(ReachedBitRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        // All statements must mean the same facts, whatever is told meanwhile.
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Scheduled(initialDelayString = "PT3S", fixedDelayString = "PT2S")
    void everyTwoSeconds() {
        try {
            while (Boolean.TRUE.equals(transaction.execute(t -> fold(AT_ONCE)))) {
                // a transaction for each
            }
        } catch (RuntimeException e) {
            LOG.error("reach was not folded", e);
        }
    }

    /** False when nothing was left, or another node is at it. */
    boolean fold(int most) {
        if (rows.isFolded() || !rows.takeTurn()) {
            return false;
        }
        rows.unfoldMerged();
        rows.number(most);
        rows.clearMerged(most);
        rows.fold(most);
        return true;
    }
}
