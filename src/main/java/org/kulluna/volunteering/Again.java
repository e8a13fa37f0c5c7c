package org.kulluna.volunteering;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a command in one transaction and once more when the database broke it off to free another. */
@Component
class Again {
    private static final int TIMES = 3;
    private final TransactionTemplate transaction;

    Again(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <T> T run(Supplier<T> command) {
        boolean inner = TransactionSynchronizationManager.isActualTransactionActive();
        for (int i = 1; ; i++) {
            try {
                return Objects.requireNonNull(transaction.execute(t -> command.get()));
            } catch (PessimisticLockingFailureException e) {
                if (inner || i == TIMES) {
                    throw e;
                }
            }
        }
    }
}
