package org.kulluna.attendance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings filings to the writer, each in a transaction of its own. */
@Component
class FactLine {
    private final FactWriter writer;
    private final TransactionTemplate transaction;

    FactLine(FactWriter writer, PlatformTransactionManager transactions) {
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
    }

    FactWriter.Answer write(Filing filing, Map<UUID, Duties.Duty> duties) {
        return Objects.requireNonNull(transaction.execute(t -> {
            FactWriter.Answer answer = writer.write(List.of(filing), duties).getFirst();
            if (answer.conflict()) {
                t.setRollbackOnly();
            }
            return answer;
        }));
    }
}
